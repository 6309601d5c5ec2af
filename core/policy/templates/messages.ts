import type { Message } from '../message.ts';

/** What people read of the policies that Gatehouse brings, until IT writes it anew. */
export const messages = {
  goesThroughIt: {
    en: 'Access to our Atlassian apps is given by IT, so that nobody takes a licence by accident. Ask IT and say what you need it for.',
    de: 'Zugriff auf unsere Atlassian-Apps gibt die IT, damit niemand versehentlich eine Lizenz belegt. Fragen Sie die IT und schreiben Sie, wozu Sie ihn brauchen.',
    fr: 'L’accès à nos applications Atlassian est donné par le service informatique, pour que personne n’utilise une licence par mégarde. Faites une demande et dites pourquoi vous en avez besoin.',
    ja: 'Atlassian アプリへのアクセス権は、ライセンスが誤って使用されないよう、IT 部門が付与します。必要な理由を書いて IT 部門に依頼してください。',
    es: 'El acceso a nuestras aplicaciones de Atlassian lo da TI, para que nadie use una licencia por error. Pídalo a TI y diga para qué lo necesita.',
  },
  everythingElse: {
    en: 'Access to our Atlassian apps is given by IT. Ask IT and say what you need it for.',
    de: 'Zugriff auf unsere Atlassian-Apps gibt die IT. Fragen Sie die IT und schreiben Sie, wozu Sie ihn brauchen.',
    fr: 'L’accès à nos applications Atlassian est donné par le service informatique. Faites une demande et dites pourquoi vous en avez besoin.',
    ja: 'Atlassian アプリへのアクセス権は IT 部門が付与します。必要な理由を書いて IT 部門に依頼してください。',
    es: 'El acceso a nuestras aplicaciones de Atlassian lo da TI. Pídalo a TI y diga para qué lo necesita.',
  },
  newPeople: {
    en: 'People who do not have access yet are added by IT. Ask IT; sharing with people who already have access is fine.',
    de: 'Personen ohne Zugriff fügt die IT hinzu. Fragen Sie die IT; mit Personen zu teilen, die bereits Zugriff haben, ist in Ordnung.',
    fr: 'Les personnes qui n’ont pas encore accès sont ajoutées par le service informatique. Faites une demande ; vous pouvez partager avec des personnes qui ont déjà accès.',
    ja: 'まだアクセス権のないユーザーは IT 部門が追加します。IT 部門に依頼してください。すでにアクセス権のあるユーザーとの共有は問題ありません。',
    es: 'A las personas que aún no tienen acceso las añade TI. Pídalo a TI; compartir con personas que ya tienen acceso está permitido.',
  },
  lookFirst: {
    en: 'You may do this. Look at the seats and the cost first.',
    de: 'Sie dürfen das tun. Sehen Sie sich zuerst Lizenzen und Kosten an.',
    fr: 'Vous pouvez le faire. Regardez d’abord les licences et le coût.',
    ja: 'この操作は可能です。まずライセンスと費用を確認してください。',
    es: 'Puede hacerlo. Mire primero las licencias y el coste.',
  },
  customerMigration: {
    en: 'A customer with an Atlassian account can be given apps that cost a seat. Ask IT to do it.',
    de: 'Ein Kunde mit Atlassian-Konto kann Apps erhalten, die eine Lizenz kosten. Bitten Sie die IT, das zu tun.',
    fr: 'Un client avec un compte Atlassian peut recevoir des applications qui coûtent une licence. Demandez au service informatique de le faire.',
    ja: 'Atlassian アカウントを持つカスタマーには、ライセンスが必要なアプリを付与できます。IT 部門に依頼してください。',
    es: 'A un cliente con cuenta de Atlassian se le pueden dar aplicaciones que cuestan una licencia. Pida a TI que lo haga.',
  },
  publicContent: {
    en: 'Public content can be read by everybody, without an account. Ask IT if the world is to see it.',
    de: 'Öffentliche Inhalte kann jeder ohne Konto lesen. Fragen Sie die IT, wenn alle Welt sie sehen soll.',
    fr: 'Tout le monde peut lire le contenu public, sans compte. Adressez-vous au service informatique si tout le monde doit le voir.',
    ja: '公開されたコンテンツは、アカウントがなくても誰でも読むことができます。全世界に公開する必要がある場合は、IT 部門に依頼してください。',
    es: 'Cualquiera puede leer el contenido público, sin cuenta. Pídalo a TI si debe verlo todo el mundo.',
  },
  portalOnly: {
    en: 'Portal-only customers take no seat.',
    de: 'Kunden nur für das Portal belegen keine Lizenz.',
    fr: 'Les clients du portail uniquement n’utilisent pas de licence.',
    ja: 'ポータル専用カスタマーはライセンスを使用しません。',
    es: 'Los clientes solo de portal no usan licencia.',
  },
  ownDomain: {
    en: 'This address is on a domain of ours: it becomes an Atlassian account with the Customer role.',
    de: 'Diese Adresse gehört zu einer unserer Domains: Daraus wird ein Atlassian-Konto mit der Rolle „Kunde“.',
    fr: 'Cette adresse appartient à l’un de nos domaines : elle devient un compte Atlassian avec le rôle de client.',
    ja: 'このアドレスは当社のドメインのものです。カスタマー ロールを持つ Atlassian アカウントになります。',
    es: 'Esta dirección es de uno de nuestros dominios: se convierte en una cuenta de Atlassian con el rol de cliente.',
  },
  apiToken: {
    en: 'An API token passes by single sign-on and two-step verification. Say what you need it for.',
    de: 'Ein API-Token umgeht Single Sign-On und die zweistufige Verifizierung. Schreiben Sie, wozu Sie es brauchen.',
    fr: 'Un jeton d’API contourne l’authentification unique et la vérification en deux étapes. Dites pourquoi vous en avez besoin.',
    ja: 'API トークンはシングル サインオンと 2 段階認証を経由しません。必要な理由を書いてください。',
    es: 'Un token de API evita el inicio de sesión único y la verificación en dos pasos. Diga para qué lo necesita.',
  },
  thisDomain: {
    en: 'People of this domain may come in. Each of them may take a seat.',
    de: 'Personen dieser Domain dürfen herein. Jede davon kann eine Lizenz belegen.',
    fr: 'Les personnes de ce domaine peuvent entrer. Chacune peut utiliser une licence.',
    ja: 'このドメインのユーザーは参加できます。それぞれがライセンスを使用する場合があります。',
    es: 'Las personas de este dominio pueden entrar. Cada una puede usar una licencia.',
  },
  noOutsiders: {
    en: 'Only people of our own organization work here. Ask IT if somebody from outside has to.',
    de: 'Hier arbeiten nur Personen unserer eigenen Organisation. Fragen Sie die IT, wenn jemand von außen mitarbeiten muss.',
    fr: 'Seules les personnes de notre organisation travaillent ici. Adressez-vous au service informatique si une personne extérieure doit y travailler.',
    ja: 'ここで作業できるのは当社の組織のユーザーのみです。外部のユーザーが必要な場合は、IT 部門に依頼してください。',
    es: 'Aquí solo trabajan personas de nuestra organización. Pídalo a TI si alguien de fuera tiene que hacerlo.',
  },
  stayOut: {
    en: 'Only people of the organization work here. Ask IT if you have to.',
    de: 'Hier arbeiten nur Personen der Organisation. Fragen Sie die IT, wenn Sie hier mitarbeiten müssen.',
    fr: 'Seules les personnes de l’organisation travaillent ici. Adressez-vous au service informatique si vous devez y travailler.',
    ja: 'ここで作業できるのは組織のユーザーのみです。必要な場合は、IT 部門に依頼してください。',
    es: 'Aquí solo trabajan personas de la organización. Pídalo a TI si tiene que hacerlo.',
  },
  leavesUs: {
    en: 'This person is not one of our organization. What you share leaves it.',
    de: 'Diese Person gehört nicht zu unserer Organisation. Was Sie teilen, verlässt sie.',
    fr: 'Cette personne ne fait pas partie de notre organisation. Ce que vous partagez en sort.',
    ja: 'このユーザーは当社の組織に属していません。共有した内容は組織の外に出ます。',
    es: 'Esta persona no es de nuestra organización. Lo que comparta sale de ella.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Of people of other domains than those listed. */
export const onlyOf = (domains: readonly string[]): Message => {
  const listed = domains.join(', ');
  return {
    en: `Only people of ${listed} may come in by themselves. Ask IT about anybody else.`,
    de: `Nur Personen von ${listed} dürfen von selbst herein. Fragen Sie die IT wegen aller anderen.`,
    fr: `Seules les personnes de ${listed} peuvent entrer d’elles-mêmes. Pour toute autre personne, faites une demande.`,
    ja: `自分で参加できるのは ${listed} のユーザーのみです。その他のユーザーについては、IT 部門に依頼してください。`,
    es: `Solo las personas de ${listed} pueden entrar por sí mismas. Para las demás, pídalo a TI.`,
  };
};
