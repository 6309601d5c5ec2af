import type { Part } from '../messages/index.ts';

export const badge: Part<'badge'> = {
  'badge.this-person': 'Esta persona',
  'badge.name': '{name}: {kind}. ¿Por qué?',
  'badge.label.managed': 'Gestionada',
  'badge.label.external': 'Externa',
  'badge.label.portal-only': 'Solo portal',
  'badge.label.app': 'Aplicación',
  'badge.label.unknown': 'Sin datos',
  'badge.label.deactivated': 'Inactiva',
  'badge.label.suspended': 'Suspendida',
  'badge.label.invited': 'Pendiente',
  'badge.label.unclaimed': 'Reclamable',
  'badge.label.guest': 'Invitada',
  'badge.kind.managed': 'cuenta gestionada',
  'badge.kind.external': 'cuenta externa',
  'badge.kind.portal-only': 'cuenta solo de portal',
  'badge.kind.app': 'cuenta de aplicación',
  'badge.kind.unknown': 'cuenta desconocida',
  'badge.kind.deactivated': 'cuenta desactivada',
  'badge.kind.suspended': 'cuenta suspendida',
  'badge.kind.invited': 'cuenta pendiente de aceptar',
  'badge.kind.unclaimed': 'cuenta sin reclamar',
  'badge.kind.guest': 'cuenta invitada',
  'identity.account-type-app': 'Es una cuenta de aplicación o de bot. No usa licencia.',
  'identity.account-type-customer': 'Es un cliente solo de portal, no una cuenta de Atlassian. No usa licencia.',
  'identity.portal-only-id':
    'El identificador de la cuenta tiene la forma de un cliente solo de portal. No usa licencia.',
  'identity.claim-unknown': '{domain} está verificado, pero no se sabe si esta cuenta está reclamada.',
  'identity.not-in-directory': 'No se sabe nada de esta cuenta en el directorio de {organization}.',
  'identity.claimed': '{organization} ha reclamado esta cuenta; su dirección de correo no es visible para nosotros.',
  'identity.verified-and-claimed': '{domain} está verificado y {organization} ha reclamado esta cuenta.',
  'identity.claimed-domain-not-verified':
    'Atlassian muestra esta cuenta como reclamada, pero {domain} no es un dominio verificado de {organization}.',
  'identity.not-claimed':
    '{organization} no ha reclamado esta cuenta; su dirección de correo no es visible para nosotros.',
  'identity.verified-not-claimed': '{domain} está verificado, pero {organization} no ha reclamado esta cuenta.',
  'identity.other-domain': '{domain} no es un dominio verificado de {organization}.',
  'identity.closed': 'La cuenta está cerrada.',
  'identity.deactivated': 'La cuenta está desactivada y no puede iniciar sesión.',
  'identity.suspended': 'El acceso está suspendido en esta organización.',
  'identity.invited': 'La invitación aún no se ha aceptado.',
  'identity.confluence-guest': 'Invitado de Confluence: sin licencia de Confluence, pero Atlassian Guard lo cuenta.',
  'identity.jira-guest': 'Invitado de Jira.',
  'identity.org-admin': 'Administrador de la organización.',
  'identity.product-admin': 'Administrador de producto.',
  'identity.site-admin':
    'Administrador del sitio: gestiona los usuarios de un sitio, en la gestión de usuarios original.',
  'identity.user-access-admin':
    'Administrador de acceso de usuarios: da acceso a las aplicaciones de las que se encarga. El rol por sí solo no usa licencia.',
  'identity.trusted-user':
    'Usuario de confianza, un rol antiguo: tiene todas las aplicaciones del sitio, puede invitar a personas e iniciar pruebas.',
};
