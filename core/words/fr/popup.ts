import type { Part } from '../messages/index.ts';

export const popup: Part<'popup'> = {
  'state.submitted': 'Envoyée au service informatique',
  'state.in-review': 'En attente du service informatique',
  'state.approved': 'Approuvée',
  'state.granting': 'Approuvée, en cours de mise en place',
  'state.granted': 'Accordée',
  'state.denied': 'Refusée',
  'state.withdrawn': 'Retirée',
  'state.expired': 'Expirée',
  'state.grant-failed': 'Approuvée, mais la mise en place a échoué',
  'state.expiring': 'Se termine',
  'state.revoked': 'Terminée',
  'news.approved': 'La demande #{number} a été approuvée. Le service informatique s’en occupe.',
  'news.approved-app': 'La demande #{number} a été approuvée. {app} : mise en place en cours pour {who}.',
  'news.granted': 'La demande #{number} a été accordée.',
  'news.granted-app': 'La demande #{number} a été accordée : {access}.',
  'news.granted-note': 'La demande #{number} a été accordée : {note}',
  'news.granted-by-hand': 'La demande #{number} a été accordée : le service informatique s’en est chargé.',
  'news.denied': 'La demande #{number} a été refusée.',
  'news.denied-why': 'La demande #{number} a été refusée : {reason}',
  'news.failed':
    'La demande #{number} a été approuvée, mais ce n’est pas encore fait. Le service informatique le sait.',
  'news.failed-app':
    'La demande #{number} a été approuvée, mais la mise en place n’a pas encore réussi pour {app}. Le service informatique le sait.',
  'news.expired': 'La demande #{number} a expiré. Redemandez si c’est encore nécessaire.',
  'news.ended': 'La durée de la demande #{number} est écoulée.',
  'news.ended-app':
    'La durée de la demande #{number} est écoulée : {whose, select, you {vous n’avez} one {{who} n’a} other {{who} n’ont}} plus accès à {app}.',
  'news.has': '{whose, select, you {vous avez} one {{who} a} other {{who} ont}} maintenant accès à {app}',
  'news.invited':
    '{whose, select, you {vous êtes invité et aurez} one {{who} est invité et aura} other {{who} sont invités et auront}} accès à {app} en acceptant',
  'news.and': '{first} ; {second}',
  'manifest.description':
    'Montre qui est qui dans Atlassian et ce que coûte une invitation, et envoie les demandes d’accès au service informatique.',
  'protection.no-access': 'Pas de protection : l’accès aux pages Atlassian est désactivé',
  'protection.no-access.why':
    'Ce navigateur ne laisse pas Gatehouse voir toutes les pages Atlassian. Autorisez-le, puis actualisez les pages ouvertes.',
  'protection.not-set-up': 'Pas de protection : non configuré',
  'protection.not-set-up.why': 'Indiquez d’abord l’adresse du serveur Gatehouse de votre organisation.',
  'protection.sign-in': 'Pas de protection : connectez-vous',
  'protection.sign-in.why': 'La politique de votre organisation est lue quand vous vous connectez.',
  'protection.not-yet': 'Pas encore de protection',
  'protection.not-yet.why': 'La politique n’a pas pu être lue jusqu’ici. Une nouvelle tentative a lieu chaque minute.',
  'protection.on': 'Protection active',
  'protection.unreachable': 'Protection active, le serveur du service informatique est injoignable',
  'protection.policy': 'Politique {version}, lue {when}',
  'protection.sign-in-for-badges':
    'Avec la politique {version}, lue {when}. Connectez-vous pour voir les badges et pour faire une demande au service informatique.',
  'protection.unreachable.why':
    'Avec la politique {version}, lue {when}. Ce que vous envoyez est conservé et envoyé plus tard.',
  'toolbar.no-access': 'Gatehouse : pas de protection. L’accès aux pages Atlassian est désactivé.',
  'toolbar.no-policy': 'Gatehouse : pas encore de protection. Connectez-vous.',
  'toolbar.sign-in':
    'Gatehouse : protection active. Connectez-vous pour faire une demande au service informatique et voir les badges.',
  'toolbar.on': 'Gatehouse : protection active',
  'popup.tagline': 'L’accès passe par le service informatique',
  'popup.protection': 'État de la protection',
  'popup.signed-in': 'Connecté',
  'popup.not-sent': 'Pas encore envoyé',
  'popup.allow': 'Autoriser l’accès',
  'popup.set-up': 'Indiquer l’adresse',
  'popup.sign-in': 'Se connecter',
  'popup.sign-out': 'Se déconnecter',
  'popup.stop': 'Ne pas envoyer',
  'popup.retry': 'Réessayer',
  'popup.copy': 'Copier',
  'popup.panel': 'Ouvrir l’espace de revue',
  'popup.options': 'Paramètres',
  'popup.failed': 'Cela n’a pas fonctionné. Réessayez.',
  'popup.just-now': 'à l’instant',
  'popup.request-waits':
    '{count, plural, one {# demande est conservée ici et sera envoyée dès que le serveur du service informatique l’accepte.} other {# demandes sont conservées ici et seront envoyées dès que le serveur du service informatique les accepte.}}',
  'popup.request-waits-for-person':
    '{count, plural, one {# demande est conservée ici et sera envoyée dès que la personne qui a demandé est connectée et que le serveur du service informatique l’accepte.} other {# demandes sont conservées ici et seront envoyées dès que la personne qui a demandé est connectée et que le serveur du service informatique les accepte.}}',
  'popup.record-waits':
    '{count, plural, one {Un enregistrement de ce qui a été arrêté sera envoyé dès que le serveur du service informatique l’accepte.} other {# enregistrements de ce qui a été arrêté seront envoyés dès que le serveur du service informatique les accepte.}}',
  'popup.record-waits-for-person':
    '{count, plural, one {Un enregistrement de ce qui a été arrêté sera envoyé dès que la personne concernée est connectée et que le serveur du service informatique l’accepte.} other {# enregistrements de ce qui a été arrêté seront envoyés dès que la personne concernée est connectée et que le serveur du service informatique les accepte.}}',
  'popup.of-nobody':
    '{count, plural, one {L’un d’eux a été fait alors que personne n’était connecté : il compte} other {# d’entre eux ont été faits alors que personne n’était connecté : ils comptent}} comme venant de la prochaine personne qui se connecte.',
  'popup.of-others':
    '{count, plural, one {Un élément conservé ici par une autre personne attend} other {# éléments conservés ici par une autre personne attendent}} qu’elle se reconnecte.',
  'popup.hidden':
    '{count, plural, one {Un élément conservé ici n’est pas envoyé} other {# éléments conservés ici ne sont pas envoyés}} ; la personne concernée voit pourquoi une fois connectée.',
  'popup.elsewhere':
    '{count, plural, one {Un élément est conservé ici pour un autre serveur et n’est envoyé} other {# éléments sont conservés ici pour un autre serveur et ne sont envoyés}} à aucun autre.',
  'popup.waiting': 'Une demande faite {when} attend : {act}.',
  'popup.answered': 'Le serveur du service informatique a répondu {when} : {why}',
  'popup.may-have-reached': 'Elle est peut-être déjà arrivée au service informatique : l’arrêter ici ne la retire pas.',
  'popup.refused-request': 'Une demande faite {when} ({act}) n’a pas été acceptée : {why}',
  'popup.refused-record': 'Un enregistrement fait {when} ({act}) n’a pas été accepté : {why}',
  'popup.broken':
    'Un élément conservé n’est plus lisible et n’est pas envoyé ({why}) Copiez-le et refaites la demande au service informatique.',
  'popup.requests': 'Mes demandes',
  'popup.no-requests':
    'Vous n’avez encore rien demandé au service informatique. Quand une action est arrêtée, « Faire une demande » l’amène ici.',
  'popup.open-first':
    'Seules {shown, number} sur {all, number} sont affichées : d’abord celles en cours, puis les plus récentes.',
  'popup.app-for': '{app} pour {who}',
  'popup.site-unknown': 'site inconnu',
  'popup.you-wrote': 'Vous avez écrit : « {reason} »',
  'popup.rule': 'Règle : {rule}',
  'popup.withdraw-ask': 'Retirer…',
  'popup.withdraw-sure': 'Retirer la demande #{number} ? Le service informatique n’en décidera plus pour vous.',
  'popup.withdraw': 'Retirer',
  'popup.keep': 'Conserver',
  'popup.wrote': '{who} : « {words} »',
  'copy.on-site': '{act} sur {site}',
  'copy.app': 'Application : {app}',
  'copy.container': 'Projet ou espace : {container}',
  'copy.for': 'Pour : {people}',
  'copy.reason': 'Raison : {reason}',
  'copy.stop': 'Arrêt : {number}',
  'copy.refused': 'Non accepté : {why}',
  'options.title': 'Paramètres de Gatehouse',
  'options.address': 'Adresse du serveur',
  'options.address.hint': 'Votre service informatique vous donne cette adresse. Elle commence par https://.',
  'options.address.managed':
    'Vos administrateurs ont défini cette adresse pour vous ; elle ne peut pas être modifiée ici.',
  'options.save': 'Enregistrer',
  'options.save-anyway': 'Enregistrer quand même',
  'options.saved': 'Enregistré. Connectez-vous maintenant : cliquez sur le bouton Gatehouse de la barre d’outils.',
  'options.looking': 'Vérification que Gatehouse répond à cette adresse…',
  'options.whole-address': 'Écrivez une adresse complète, par exemple https://gatehouse.example.com.',
  'options.not-saved': 'L’enregistrement n’a pas réussi. Réessayez.',
  'options.badges': 'Badges à côté des personnes',
  'options.badges.all': 'À côté de toutes les personnes que votre organisation connaît',
  'options.badges.not-managed': 'Seulement à côté des personnes sans compte géré par votre organisation',
  'options.badges.off': 'Aucun',
  'options.badges.managed': 'Vos administrateurs ont fait ce choix pour vous ; il ne peut pas être modifié ici.',
  'options.badges.saved': 'Enregistré. Les pages ouvertes l’affichent maintenant.',
  'options.privacy': 'Ce que Gatehouse voit et envoie',
  'options.privacy.text':
    'Sur les pages de Jira, de Confluence et de l’administration Atlassian, Gatehouse cherche des personnes et des commandes qui donnent accès. Il demande au serveur de votre organisation qui sont ces personnes, par l’identifiant de compte ou par une empreinte de l’adresse contenue dans leur image. Quand une action est arrêtée ou observée, il enregistre le type d’action, le site, l’heure et la règle. Il n’envoie jamais le contenu des pages.',
  'failure.not-signed-in':
    'Vous n’êtes pas connecté à Gatehouse. Ouvrez Gatehouse dans la barre d’outils et connectez-vous.',
  'failure.not-signed-in-ask':
    'Vous n’êtes pas connecté à Gatehouse : rien n’a été envoyé ni conservé. Ouvrez Gatehouse dans la barre d’outils, connectez-vous et refaites la demande ici.',
  'failure.not-configured':
    'Gatehouse ne connaît pas encore le serveur de votre organisation. Indiquez son adresse dans les paramètres.',
  'failure.unreachable':
    'Le serveur du service informatique est injoignable pour le moment. Réessayez dans un instant.',
  'failure.service': 'Le serveur du service informatique répond : {detail}',
  'failure.failed': 'Gatehouse n’a pas pu faire cela. Réessayez.',
  'failure.bad-message': 'Gatehouse ne peut pas lire ce qui a été demandé. Rien n’a été envoyé.',
  'failure.may-not-ask': 'Cette page ne peut pas demander cela.',
  'failure.prompt-ended': 'Cette question est close. Rien n’a été envoyé.',
  'failure.not-checked': 'Cela n’a pas été vérifié. Réessayez.',
  'failure.nothing-to-ask': 'Il n’y a rien à demander ici.',
  'failure.may-not-go-on': 'Cela ne peut pas continuer.',
  'failure.decision-changed':
    'Ce que dit la politique a changé entre-temps. Rien n’a été envoyé : fermez ceci et réessayez.',
  'failure.policy-changed': 'La politique a changé entre-temps. Rien n’a été envoyé : fermez ceci et réessayez.',
  'failure.page-changed': 'La page a changé. Rien n’a été envoyé : fermez ceci et cliquez-y de nouveau.',
  'failure.page-gone': 'La page n’est plus là. Rien n’a été envoyé.',
  'failure.badges-managed': 'Vos administrateurs ont fait ce choix ; il ne peut pas être modifié ici.',
  'failure.address-managed': 'Vos administrateurs ont défini cette adresse ; elle ne peut pas être modifiée ici.',
  'failure.address': 'Utilisez une adresse qui commence par https://, par exemple https://gatehouse.example.com.',
  'failure.nobody-answers': 'Aucun Gatehouse ne répond à l’adresse {host}. Vérifiez l’adresse et votre réseau.',
  'failure.sign-in-unfinished':
    'La connexion n’a pas été terminée. Réessayez ; si aucune fenêtre ne s’ouvre, le serveur est injoignable.',
  'failure.sign-in-other': 'La réponse n’appartient pas à cette connexion. Recommencez.',
  'failure.sign-in':
    'La connexion n’a pas réussi. Recommencez ; si cela échoue encore, prévenez le service informatique.',
  'failure.taken-back': 'Elle a été retirée. Rien n’a été envoyé.',
  'interrupted.retry': 'Gatehouse a été interrompu. Réessayez.',
  'interrupted.look': 'Gatehouse a été interrompu. Regardez si c’est fait avant de réessayer.',
  'interrupted.left-retry': 'Vous avez quitté cette page avant la réponse. Réessayez.',
  'began-late':
    'Gatehouse a été installé ou mis à jour alors que cette page était ouverte. Rechargez-la avant d’inviter ou de partager : d’ici là, même ce qui est autorisé peut être refusé.',
  'began-late.reload': 'Recharger la page',
  'interrupted.left-look': 'Vous avez quitté cette page avant la réponse. Regardez si c’est fait avant de réessayer.',
  'panel.tab': 'Espace de revue Gatehouse',
  'panel.title': 'Espace de revue',
  'panel.opening': 'Ouverture…',
  'panel.not-signed-in':
    'Vous n’êtes pas connecté. Cliquez sur le bouton Gatehouse de la barre d’outils, connectez-vous, puis rouvrez l’espace de revue.',
  'panel.absent':
    'Cette version de l’extension ne contient pas l’espace de revue. Ouvrez-le à l’adresse de votre serveur.',
  'panel.failed': 'L’espace de revue n’a pas pu être ouvert. Actualisez la page.',
};
