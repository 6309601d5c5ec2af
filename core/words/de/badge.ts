import type { Part } from '../messages/index.ts';

export const badge: Part<'badge'> = {
  'badge.this-person': 'Diese Person',
  'badge.name': '{name}: {kind}. Warum?',
  'badge.label.managed': 'Verwaltet',
  'badge.label.external': 'Extern',
  'badge.label.portal-only': 'Nur Portal',
  'badge.label.app': 'App',
  'badge.label.unknown': 'Unbekannt',
  'badge.label.deactivated': 'Deaktiviert',
  'badge.label.suspended': 'Gesperrt',
  'badge.label.invited': 'Eingeladen',
  'badge.label.unclaimed': 'Ohne Claim',
  'badge.label.guest': 'Gast',
  'badge.kind.managed': 'verwaltetes Konto',
  'badge.kind.external': 'externes Konto',
  'badge.kind.portal-only': 'Konto nur für das Portal',
  'badge.kind.app': 'App-Konto',
  'badge.kind.unknown': 'unbekanntes Konto',
  'badge.kind.deactivated': 'deaktiviertes Konto',
  'badge.kind.suspended': 'gesperrtes Konto',
  'badge.kind.invited': 'eingeladenes Konto',
  'badge.kind.unclaimed': 'nicht beanspruchtes Konto',
  'badge.kind.guest': 'Gastkonto',
  'identity.account-type-app': 'Das ist ein App- oder Bot-Konto. Es belegt keine Lizenz.',
  'identity.account-type-customer':
    'Das ist ein Kunde nur für das Portal, kein Atlassian-Konto. Er belegt keine Lizenz.',
  'identity.portal-only-id': 'Die Konto-ID hat die Form eines Kunden nur für das Portal. Er belegt keine Lizenz.',
  'identity.claim-unknown': '{domain} ist verifiziert, aber ob dieses Konto beansprucht ist, ist nicht bekannt.',
  'identity.not-in-directory': 'Im Verzeichnis von {organization} ist über dieses Konto nichts bekannt.',
  'identity.claimed': '{organization} hat dieses Konto beansprucht; seine E-Mail-Adresse ist für uns nicht sichtbar.',
  'identity.verified-and-claimed': '{domain} ist verifiziert, und {organization} hat dieses Konto beansprucht.',
  'identity.claimed-domain-not-verified':
    'Atlassian führt dieses Konto als beansprucht, aber {domain} ist keine verifizierte Domain von {organization}.',
  'identity.not-claimed':
    '{organization} hat dieses Konto nicht beansprucht; seine E-Mail-Adresse ist für uns nicht sichtbar.',
  'identity.verified-not-claimed': '{domain} ist verifiziert, aber {organization} hat dieses Konto nicht beansprucht.',
  'identity.other-domain': '{domain} ist keine verifizierte Domain von {organization}.',
  'identity.closed': 'Das Konto ist geschlossen.',
  'identity.deactivated': 'Das Konto ist deaktiviert und kann sich nicht anmelden.',
  'identity.suspended': 'Der Zugriff ist in dieser Organisation gesperrt.',
  'identity.invited': 'Die Einladung wurde noch nicht angenommen.',
  'identity.confluence-guest': 'Ein Confluence-Gast: keine Confluence-Lizenz, aber von Atlassian Guard mitgezählt.',
  'identity.jira-guest': 'Ein Jira-Gast.',
  'identity.org-admin': 'Ein Organisationsadministrator.',
  'identity.product-admin': 'Ein Produktadministrator.',
  'identity.site-admin':
    'Ein Site-Administrator: verwaltet die Benutzer einer Site, in der ursprünglichen Benutzerverwaltung.',
  'identity.user-access-admin':
    'Ein Benutzerzugriffsadministrator: gibt Zugriff auf die Apps, für die er zuständig ist. Die Rolle allein belegt keine Lizenz.',
  'identity.trusted-user':
    'Ein vertrauenswürdiger Benutzer, eine frühere Rolle: hat jede App der Site, darf Personen einladen und Testversionen starten.',
};
