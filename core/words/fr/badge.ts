import type { Part } from '../messages/index.ts';

export const badge: Part<'badge'> = {
  'badge.this-person': 'Cette personne',
  'badge.name': '{name} : {kind}. Pourquoi ?',
  'badge.label.managed': 'Géré',
  'badge.label.external': 'Externe',
  'badge.label.portal-only': 'Portail seul',
  'badge.label.app': 'Application',
  'badge.label.unknown': 'Inconnu',
  'badge.label.deactivated': 'Désactivé',
  'badge.label.suspended': 'Suspendu',
  'badge.label.invited': 'En attente',
  'badge.label.unclaimed': 'Non géré',
  'badge.label.guest': 'Invité',
  'badge.kind.managed': 'compte géré',
  'badge.kind.external': 'compte externe',
  'badge.kind.portal-only': 'compte réservé au portail',
  'badge.kind.app': 'compte d’application',
  'badge.kind.unknown': 'compte inconnu',
  'badge.kind.deactivated': 'compte désactivé',
  'badge.kind.suspended': 'compte suspendu',
  'badge.kind.invited': 'compte en attente d’acceptation',
  'badge.kind.unclaimed': 'compte non revendiqué',
  'badge.kind.guest': 'compte invité',
  'identity.account-type-app': 'C’est un compte d’application ou de bot. Il n’utilise pas de licence.',
  'identity.account-type-customer':
    'C’est un client du portail uniquement, pas un compte Atlassian. Il n’utilise pas de licence.',
  'identity.portal-only-id':
    'L’identifiant de compte a la forme de celui d’un client du portail uniquement. Il n’utilise pas de licence.',
  'identity.claim-unknown': '{domain} est vérifié, mais on ne sait pas si ce compte est revendiqué.',
  'identity.not-in-directory': 'On ne sait rien de ce compte dans l’annuaire de {organization}.',
  'identity.claimed': '{organization} a revendiqué ce compte ; son adresse e-mail n’est pas visible pour nous.',
  'identity.verified-and-claimed': '{domain} est vérifié et {organization} a revendiqué ce compte.',
  'identity.claimed-domain-not-verified':
    'Atlassian indique ce compte comme revendiqué, mais {domain} n’est pas un domaine vérifié de {organization}.',
  'identity.not-claimed':
    '{organization} n’a pas revendiqué ce compte ; son adresse e-mail n’est pas visible pour nous.',
  'identity.verified-not-claimed': '{domain} est vérifié, mais {organization} n’a pas revendiqué ce compte.',
  'identity.other-domain': '{domain} n’est pas un domaine vérifié de {organization}.',
  'identity.closed': 'Le compte est fermé.',
  'identity.deactivated': 'Le compte est désactivé et ne peut pas se connecter.',
  'identity.suspended': 'L’accès est suspendu dans cette organisation.',
  'identity.invited': 'L’invitation n’a pas encore été acceptée.',
  'identity.confluence-guest': 'Un invité Confluence : pas de licence Confluence, mais compté par Atlassian Guard.',
  'identity.jira-guest': 'Un invité Jira.',
  'identity.org-admin': 'Un administrateur de l’organisation.',
  'identity.product-admin': 'Un administrateur de produit.',
  'identity.site-admin':
    'Un administrateur de site : gère les utilisateurs d’un site, dans la gestion des utilisateurs d’origine.',
  'identity.user-access-admin':
    'Un administrateur d’accès utilisateur : donne accès aux applications dont il a la charge. Le rôle seul n’utilise pas de licence.',
  'identity.trusted-user':
    'Un utilisateur de confiance, un ancien rôle : a toutes les applications du site, peut inviter des personnes et lancer des essais.',
};
