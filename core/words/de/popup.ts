import type { Part } from '../messages/index.ts';

export const popup: Part<'popup'> = {
  'state.submitted': 'An die IT gesendet',
  'state.in-review': 'Wartet auf die IT',
  'state.approved': 'Genehmigt',
  'state.granting': 'Genehmigt, wird eingerichtet',
  'state.granted': 'Erledigt',
  'state.denied': 'Abgelehnt',
  'state.withdrawn': 'Zurückgezogen',
  'state.expired': 'Abgelaufen',
  'state.grant-failed': 'Genehmigt, aber das Einrichten ist fehlgeschlagen',
  'state.expiring': 'Endet',
  'state.revoked': 'Beendet',
  'news.approved': 'Anfrage #{number} wurde genehmigt. Die IT kümmert sich darum.',
  'news.approved-app': 'Anfrage #{number} wurde genehmigt. {app} wird für {who} eingerichtet.',
  'news.granted': 'Anfrage #{number} wurde erfüllt.',
  'news.granted-app': 'Anfrage #{number} wurde erfüllt: {access}.',
  'news.granted-note': 'Anfrage #{number} wurde erfüllt: {note}',
  'news.granted-by-hand': 'Anfrage #{number} wurde erfüllt: Die IT hat es erledigt.',
  'news.denied': 'Anfrage #{number} wurde abgelehnt.',
  'news.denied-why': 'Anfrage #{number} wurde abgelehnt: {reason}',
  'news.failed': 'Anfrage #{number} wurde genehmigt, ist aber noch nicht erledigt. Die IT weiß davon.',
  'news.failed-app':
    'Anfrage #{number} wurde genehmigt, aber {app} konnte noch nicht eingerichtet werden. Die IT weiß davon.',
  'news.expired': 'Anfrage #{number} ist abgelaufen. Fragen Sie erneut, wenn es noch gebraucht wird.',
  'news.ended': 'Die Zeit von Anfrage #{number} ist um.',
  'news.ended-app':
    'Die Zeit von Anfrage #{number} ist um: {whose, select, you {Sie haben} one {{who} hat} other {{who} haben}} keinen Zugriff mehr auf {app}.',
  'news.has': '{whose, select, you {Sie haben} one {{who} hat} other {{who} haben}} jetzt Zugriff auf {app}',
  'news.invited':
    '{whose, select, you {Sie wurden eingeladen und erhalten} one {{who} wurde eingeladen und erhält} other {{who} wurden eingeladen und erhalten}} Zugriff auf {app} durch Annehmen der Einladung',
  'news.and': '{first}; {second}',
  'manifest.description':
    'Zeigt, wer in Atlassian wer ist und was eine Einladung kostet, und sendet Zugriffsanfragen an die IT.',
  'protection.no-access': 'Kein Schutz: Zugriff auf Atlassian-Seiten ist aus',
  'protection.no-access.why':
    'Dieser Browser lässt Gatehouse nicht alle Atlassian-Seiten sehen. Erlauben Sie es und laden Sie dann die offenen Seiten neu.',
  'protection.not-set-up': 'Kein Schutz: nicht eingerichtet',
  'protection.not-set-up.why': 'Tragen Sie zuerst die Adresse des Gatehouse-Dienstes Ihrer Organisation ein.',
  'protection.sign-in': 'Kein Schutz: Bitte anmelden',
  'protection.sign-in.why': 'Die Richtlinie Ihrer Organisation wird gelesen, wenn Sie sich anmelden.',
  'protection.not-yet': 'Noch kein Schutz',
  'protection.not-yet.why': 'Die Richtlinie konnte bisher nicht gelesen werden. Es wird jede Minute erneut versucht.',
  'protection.on': 'Schutz aktiv',
  'protection.unreachable': 'Schutz aktiv, der Dienst der IT ist nicht erreichbar',
  'protection.policy': 'Richtlinie {version}, gelesen {when}',
  'protection.sign-in-for-badges':
    'Mit Richtlinie {version}, gelesen {when}. Melden Sie sich an, um Kennzeichen zu sehen und die IT zu fragen.',
  'protection.unreachable.why':
    'Mit Richtlinie {version}, gelesen {when}. Was Sie senden, wird aufgehoben und später gesendet.',
  'toolbar.no-access': 'Gatehouse: kein Schutz. Der Zugriff auf Atlassian-Seiten ist aus.',
  'toolbar.no-policy': 'Gatehouse: noch kein Schutz. Melden Sie sich an.',
  'toolbar.sign-in': 'Gatehouse: Schutz aktiv. Melden Sie sich an, um die IT zu fragen und Kennzeichen zu sehen.',
  'toolbar.on': 'Gatehouse: Schutz aktiv',
  'popup.tagline': 'Zugriff über die IT',
  'popup.protection': 'Schutz',
  'popup.signed-in': 'Angemeldet',
  'popup.not-sent': 'Noch nicht gesendet',
  'popup.allow': 'Zugriff erlauben',
  'popup.set-up': 'Adresse eintragen',
  'popup.sign-in': 'Anmelden',
  'popup.sign-out': 'Abmelden',
  'popup.stop': 'Nicht senden',
  'popup.retry': 'Erneut versuchen',
  'popup.copy': 'Kopieren',
  'popup.panel': 'Prüfbereich öffnen',
  'popup.options': 'Einstellungen',
  'popup.failed': 'Das hat nicht funktioniert. Versuchen Sie es erneut.',
  'popup.just-now': 'gerade eben',
  'popup.request-waits':
    '{count, plural, one {# Anfrage ist hier aufgehoben und wird gesendet, sobald der Dienst der IT sie annimmt.} other {# Anfragen sind hier aufgehoben und werden gesendet, sobald der Dienst der IT sie annimmt.}}',
  'popup.request-waits-for-person':
    '{count, plural, one {# Anfrage ist hier aufgehoben und wird gesendet, sobald die Person, die gefragt hat, angemeldet ist und der Dienst der IT sie annimmt.} other {# Anfragen sind hier aufgehoben und werden gesendet, sobald die Person, die gefragt hat, angemeldet ist und der Dienst der IT sie annimmt.}}',
  'popup.record-waits':
    '{count, plural, one {Ein Eintrag über Angehaltenes wird gesendet, sobald der Dienst der IT ihn annimmt.} other {# Einträge über Angehaltenes werden gesendet, sobald der Dienst der IT sie annimmt.}}',
  'popup.record-waits-for-person':
    '{count, plural, one {Ein Eintrag über Angehaltenes wird gesendet, sobald die Person, bei der angehalten wurde, angemeldet ist und der Dienst der IT ihn annimmt.} other {# Einträge über Angehaltenes werden gesendet, sobald die Person, bei der angehalten wurde, angemeldet ist und der Dienst der IT sie annimmt.}}',
  'popup.of-nobody':
    '{count, plural, one {Einer davon entstand, während niemand angemeldet war: Er gilt} other {# davon entstanden, während niemand angemeldet war: Sie gelten}} als Eintrag der Person, die sich als Nächste anmeldet.',
  'popup.of-others':
    '{count, plural, one {Etwas, das jemand anderes hier aufgehoben hat, wartet} other {# Dinge, die jemand anderes hier aufgehoben hat, warten}}, bis diese Person sich wieder anmeldet.',
  'popup.hidden':
    '{count, plural, one {Etwas, das hier aufgehoben wurde, wird} other {# Dinge, die hier aufgehoben wurden, werden}} nicht gesendet; wem es gehört, sieht nach dem Anmelden, warum.',
  'popup.elsewhere':
    '{count, plural, one {Etwas ist hier für einen anderen Dienst aufgehoben und wird} other {# Dinge sind hier für einen anderen Dienst aufgehoben und werden}} an keinen anderen gesendet.',
  'popup.waiting': 'Eine Anfrage wartet, gestellt {when}: {act}.',
  'popup.answered': 'Der Dienst der IT hat {when} geantwortet: {why}',
  'popup.may-have-reached': 'Sie kann bereits bei der IT sein: Nicht zu senden nimmt sie dort nicht zurück.',
  'popup.refused-request': 'Eine Anfrage ({act}), gestellt {when}, wurde nicht angenommen: {why}',
  'popup.refused-record': 'Ein Eintrag ({act}), entstanden {when}, wurde nicht angenommen: {why}',
  'popup.broken':
    'Etwas Aufgehobenes ist nicht mehr lesbar und wird nicht gesendet ({why}) Kopieren Sie es und fragen Sie die IT erneut.',
  'popup.requests': 'Meine Anfragen',
  'popup.no-requests':
    'Sie haben die IT noch nichts gefragt. Wenn ein Vorgang angehalten wird, bringt „IT fragen“ ihn hierher.',
  'popup.open-first': 'Nur {shown, number} von {all, number} werden angezeigt: zuerst die offenen, dann die neuesten.',
  'popup.app-for': '{app} für {who}',
  'popup.site-unknown': 'Site nicht bekannt',
  'popup.you-wrote': 'Sie schrieben: „{reason}“',
  'popup.rule': 'Regel: {rule}',
  'popup.withdraw-ask': 'Zurückziehen …',
  'popup.withdraw-sure': '#{number} zurückziehen? Die IT entscheidet dann nicht mehr für Sie darüber.',
  'popup.withdraw': 'Zurückziehen',
  'popup.keep': 'Behalten',
  'popup.wrote': '{who}: „{words}“',
  'copy.on-site': '{act} auf {site}',
  'copy.app': 'App: {app}',
  'copy.container': 'Projekt oder Bereich: {container}',
  'copy.for': 'Für: {people}',
  'copy.reason': 'Begründung: {reason}',
  'copy.stop': 'Nummer: {number}',
  'copy.refused': 'Nicht angenommen: {why}',
  'options.title': 'Gatehouse-Einstellungen',
  'options.address': 'Adresse des Dienstes',
  'options.address.hint': 'Diese Adresse erhalten Sie von Ihrer IT-Abteilung. Sie beginnt mit https://.',
  'options.address.managed':
    'Ihre Administratoren haben diese Adresse für Sie festgelegt; sie kann hier nicht geändert werden.',
  'options.save': 'Speichern',
  'options.save-anyway': 'Trotzdem speichern',
  'options.saved': 'Gespeichert. Melden Sie sich jetzt an: Klicken Sie in der Symbolleiste auf Gatehouse.',
  'options.looking': 'Es wird geprüft, ob Gatehouse dort antwortet …',
  'options.whole-address': 'Geben Sie eine vollständige Adresse ein, zum Beispiel https://gatehouse.example.com.',
  'options.not-saved': 'Das konnte nicht gespeichert werden. Versuchen Sie es erneut.',
  'options.badges': 'Kennzeichen neben Personen',
  'options.badges.all': 'Neben allen, die Ihre Organisation kennt',
  'options.badges.not-managed': 'Nur neben Personen ohne verwaltetes Konto Ihrer Organisation',
  'options.badges.off': 'Keine',
  'options.badges.managed': 'Ihre Administratoren haben das für Sie festgelegt; es kann hier nicht geändert werden.',
  'options.badges.saved': 'Gespeichert. Offene Seiten zeigen es jetzt.',
  'options.privacy': 'Was Gatehouse sieht und sendet',
  'options.privacy.text':
    'Auf Seiten von Jira, Confluence und der Atlassian-Administration sucht Gatehouse nach Personen und nach Schaltflächen, die Zugriff geben. Es fragt den Dienst Ihrer Organisation, wer die Personen sind: nach der Konto-ID oder einem Hash der Adresse in ihrem Bild. Wenn ein Vorgang angehalten oder beobachtet wird, hält es die Art des Vorgangs, die Site, die Zeit und die Regel fest. Es sendet niemals den Inhalt von Seiten.',
  'failure.not-signed-in':
    'Sie sind bei Gatehouse nicht angemeldet. Öffnen Sie Gatehouse in der Symbolleiste und melden Sie sich an.',
  'failure.not-signed-in-ask':
    'Sie sind bei Gatehouse nicht angemeldet: Es wurde nichts gesendet oder aufgehoben. Öffnen Sie Gatehouse in der Symbolleiste, melden Sie sich an und fragen Sie hier erneut.',
  'failure.not-configured':
    'Gatehouse kennt den Dienst Ihrer Organisation noch nicht. Tragen Sie seine Adresse in den Einstellungen ein.',
  'failure.unreachable': 'Der Dienst der IT ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  'failure.service': 'Der Dienst der IT meldet: {detail}',
  'failure.failed': 'Gatehouse konnte das nicht tun. Versuchen Sie es erneut.',
  'failure.bad-message': 'Gatehouse kann die Anfrage nicht lesen. Es wurde nichts gesendet.',
  'failure.may-not-ask': 'Diese Seite darf das nicht fragen.',
  'failure.prompt-ended': 'Diese Rückfrage ist beendet. Es wurde nichts gesendet.',
  'failure.not-checked': 'Das wurde nicht geprüft. Versuchen Sie es erneut.',
  'failure.nothing-to-ask': 'Hier gibt es nichts zu fragen.',
  'failure.may-not-go-on': 'Das darf nicht fortgesetzt werden.',
  'failure.decision-changed':
    'Was die Richtlinie sagt, hat sich inzwischen geändert. Es wurde nichts gesendet: Schließen Sie das hier und versuchen Sie es erneut.',
  'failure.policy-changed':
    'Die Richtlinie hat sich inzwischen geändert. Es wurde nichts gesendet: Schließen Sie das hier und versuchen Sie es erneut.',
  'failure.page-changed':
    'Die Seite hat sich geändert. Es wurde nichts gesendet: Schließen Sie das hier und klicken Sie dort erneut.',
  'failure.page-gone': 'Die Seite ist nicht mehr da. Es wurde nichts gesendet.',
  'failure.badges-managed': 'Ihre Administratoren haben das festgelegt; es kann hier nicht geändert werden.',
  'failure.address-managed':
    'Ihre Administratoren haben diese Adresse festgelegt; sie kann hier nicht geändert werden.',
  'failure.address':
    'Verwenden Sie eine Adresse, die mit https:// beginnt, zum Beispiel https://gatehouse.example.com.',
  'failure.nobody-answers': 'Unter {host} antwortet kein Gatehouse. Prüfen Sie die Adresse und Ihr Netzwerk.',
  'failure.sign-in-unfinished':
    'Die Anmeldung wurde nicht abgeschlossen. Versuchen Sie es erneut; wenn sich kein Fenster öffnet, ist der Dienst nicht erreichbar.',
  'failure.sign-in-other': 'Die Antwort gehört nicht zu dieser Anmeldung. Beginnen Sie neu.',
  'failure.sign-in':
    'Sie wurden nicht angemeldet. Beginnen Sie neu; wenn es wieder nicht geht, sagen Sie der IT Bescheid.',
  'failure.taken-back': 'Sie wurde zurückgenommen. Es wurde nichts gesendet.',
  'interrupted.retry': 'Gatehouse wurde unterbrochen. Versuchen Sie es erneut.',
  'interrupted.look':
    'Gatehouse wurde unterbrochen. Sehen Sie nach, ob es erledigt wurde, bevor Sie es erneut versuchen.',
  'interrupted.left-retry': 'Sie haben diese Seite verlassen, bevor die Antwort kam. Versuchen Sie es erneut.',
  'began-late':
    'Gatehouse wurde installiert oder aktualisiert, während diese Seite offen war. Laden Sie sie neu, bevor Sie jemanden einladen oder etwas teilen: Bis dahin kann auch Erlaubtes abgelehnt werden.',
  'began-late.reload': 'Seite neu laden',
  'interrupted.left-look':
    'Sie haben diese Seite verlassen, bevor die Antwort kam. Sehen Sie nach, ob es erledigt wurde, bevor Sie es erneut versuchen.',
  'panel.tab': 'Gatehouse-Prüfbereich',
  'panel.title': 'Prüfbereich',
  'panel.opening': 'Wird geöffnet …',
  'panel.not-signed-in':
    'Sie sind nicht angemeldet. Klicken Sie in der Symbolleiste auf Gatehouse, melden Sie sich an und öffnen Sie den Prüfbereich dann erneut.',
  'panel.absent':
    'Diese Fassung der Erweiterung enthält den Prüfbereich nicht. Öffnen Sie ihn unter der Adresse Ihres Dienstes.',
  'panel.failed': 'Der Prüfbereich konnte nicht geöffnet werden. Laden Sie die Seite neu.',
};
