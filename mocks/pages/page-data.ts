/** What the server writes into a page for its scripts. One definition for both sides. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Address of the picture; what it gives away depends on the person. */
  readonly avatar: string;
  readonly type: 'atlassian' | 'app' | 'customer';
  readonly jobTitle: string | null;
  /** False for deactivated and closed accounts. */
  readonly active: boolean;
  /** Has a seat of Confluence on this site; without one Confluence writes "(Unlicensed)" behind the name. */
  readonly confluence: boolean;
}

export interface Issue {
  readonly key: string;
  readonly summary: string;
  readonly kind: 'story' | 'bug' | 'task';
  readonly priority: 'high' | 'medium' | 'low';
  readonly column: 'To do' | 'In progress' | 'Done';
  readonly assignee: string | null;
  readonly reporter: string;
  readonly label: string;
}

export interface Remark {
  readonly author: string;
  readonly text: string;
  readonly mention: string | null;
  readonly when: string;
}

export interface Ticket {
  readonly key: string;
  readonly summary: string;
  readonly reporter: string;
  readonly assignee: string | null;
  readonly status: string;
}

export interface AdminUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly avatar: string;
  readonly status: string;
  readonly lastActive: string | null;
  readonly managed: boolean;
}

export interface AdminGroup {
  readonly id: string;
  readonly description: string;
  readonly members: number;
  readonly synced: boolean;
}

export interface Site {
  readonly cloudId: string;
  readonly host: string;
  readonly name: string;
}

export interface PageData {
  readonly surface: 'jira' | 'confluence' | 'admin' | 'join';
  readonly viewer: Person;
  readonly viewerEmail: string | null;
  readonly isAdmin: boolean;
  readonly orgId: string;
  readonly orgName: string;
  /** Null on admin.atlassian.com and id.atlassian.com. */
  readonly site: Site | null;
  readonly sites: readonly Site[];
  readonly people: Readonly<Record<string, Person>>;
  readonly issues: readonly Issue[];
  readonly remarks: readonly Remark[];
  readonly tickets: readonly Ticket[];
  readonly wiki: {
    readonly title: string;
    readonly author: string;
    readonly contributors: readonly string[];
    readonly paragraphs: readonly { readonly text: string; readonly mention: string; readonly after: string }[];
    readonly remarks: readonly Remark[];
  };
  readonly users: readonly AdminUser[];
  readonly groups: readonly AdminGroup[];
  /** Address of the embedded panel. */
  readonly forgeUrl: string;
}
