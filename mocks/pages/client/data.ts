export interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
}

export interface Issue {
  readonly key: string;
  readonly summary: string;
  readonly column: string;
  readonly assignee: string | null;
  readonly reporter: string;
}

interface PageData {
  readonly surface: string;
  readonly viewer: Person;
  readonly cloudId: string | null;
  readonly orgId: string;
  readonly people: Readonly<Record<string, Person>>;
  readonly issues: readonly Issue[];
  readonly comments: readonly { readonly author: string; readonly text: string; readonly mention: string | null }[];
  readonly wikiPage: {
    readonly title: string;
    readonly author: string;
    readonly contributors: readonly string[];
    readonly paragraphs: readonly { readonly text: string; readonly mention: string }[];
    readonly comments: readonly { readonly author: string; readonly text: string }[];
  };
}

/** What the server wrote into the document. */
export const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData;

export function personOf(id: string): Person {
  const person = data.people[id];
  if (!person) throw new Error(`nobody has the id ${id}`);
  return person;
}
