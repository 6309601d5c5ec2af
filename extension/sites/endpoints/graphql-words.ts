/** The words that names of GraphQL operations and fields are made of (I): Atlassian describes none of them. All in small letters. */

/** What gives by itself, whatever follows. */
export const GIVES =
  /^(?:(?:re)?invit(?:e|es|ation|ations)|share|grant|join|collaborate|entitle|provision|enroll?|onboard|purchase|buy)$/;
/** Those that may be what something is done with: `cancelInvite`, `shareCount`. */
export const NAMES_A_THING = /^(?:(?:re)?invit(?:e|es|ation|ations)|share|grant|join|purchase|buy)$/;
/** Those that are nothing else. */
export const ALWAYS_A_THING = /^(?:re)?invit(?:es|ations?)$/;

/** What takes it away, as a verb. */
export const TAKES =
  /^(?:delete|remove|revoke|deny|decline|cancel|dismiss|leave|unshare|reject|withdraw|unassign|disable|disallow|deactivate|restrict|expire|ignore|snooze|suspend|block|ban|uninvite|archive|deprovision|uninstall|unpublish|unenroll?|offboard|terminate|invalidate|downgrade|detach|purge|forbid|prohibit|prevent|rescind|retract|abort|discard|kick|lock|mute|postpone|skip|close|clear|unlink|stop|pause|undo|un)$/;
/** Those that may be what is shared. */
export const TAKES_OR_THING = /^(?:block|archive|lock|leave|skip|clear|stop|pause)$/;
/** What only says that somebody saw it, or how it stands there, before anything else. */
export const SHOWS = /^(?:mark|track|log|hide|view|sort|reorder|rearrange)$/;
/** What gives where it is taken away. */
export const LIMIT = /^(?:restrictions?|blocks?|bans?|suspensions?|limits?|expir(?:y|ation|ations)|locks?)$/;
/** What follows a verb that is the last that a name does. */
export const BEHIND = /^(?:all|many|bulk|batch|multiple|everything|by|for|from|in|on|of|with)$/;
export const JOINS = /^(?:and|or|then)$/;

export const DOES =
  /^(?!.*ed$)(?:invit|shar|grant|join|add|assign|giv|approv|allow|provision|creat|open$|set$|updat|chang|replac|edit|save|upsert|put|allocat|enabl|mak|start|activat|upgrad|enroll?|onboard|purchas|generat|promot|elevat|restor|reactivat|reinstat|unsuspend|mint|rotat|regenerat|copy$|copie|replicat|toggl|turn$|mov|extend|renew|recover|reset|register|inherit|appl[yi]|configur|confirm|claim|use$|increas|expand)/;
/** A verb that is no noun: what stands behind it is what it is done with. */
export const VERB =
  /^(?:(?:re)?add|(?:re)?assign|give|approve|allow|provision|create|set|update|replace|edit|save|upsert|put|allocate|enable|make|activate|enroll?|onboard|generate|promote|elevate|restore|reactivate|reinstate|unsuspend|mint|rotate|regenerate|(?:re)?send|accept|submit|recover|reset|copy|refresh|renew|toggle|register|replicate|resolve|redeem|move|convert|migrate|extend|begin)$/;
/** What does something and may be a noun, too: `IssueShareStatus`, `openInvitations`. */
export const VERB_OR_NOUN = /^(?:start|upgrade|change|switch|try|order|issue|open|use|request|turn)$/;
/** Those of them that are verbs where they stand first. */
export const VERB_IF_FIRST = /^(?:start|upgrade|change|switch|try|use|request|turn)$/;
/** Those that give somebody who had nothing something new. */
export const ADDS =
  /^(?!.*ed$)(?:add|creat|replac|assign|allocat|giv|approv|allow|activat|upsert|restor|recover|reactivat|reinstat|unsuspend|readd)/;

/** What is given. */
export const GIVEN =
  /^(?:access|members?|memberships?|roles?|permissions?|collaborators?|guests?|entitlements?|licen[cs]es?|seats?|trials?|public)$/;
export const MEMBER = /^(?:members?|memberships?)$/;
export const PERSON = /^(?:users?|teammates?|agents?|customers?|people|persons?|contributors?)$/;
export const AGENT = /^agents?$/;
export const CUSTOMER = /^customers?$/;
/** Where people are put so that they have what everybody has there. */
export const PLACE =
  /^(?:groups?|orgs?|organi[sz]ations?|sites?|products?|apps?|roles?|projects?|spaces?|director(?:y|ies)|workspaces?|instances?|jira|confluence|jsm|trello|bitbucket|loom|compass|rovo|statuspage|opsgenie)$/;
/** Where customers are put who are more than that. */
export const WHOLE = /^(?:groups?|orgs?|organi[sz]ations?|sites?|products?|apps?)$/;
export const ADMIN = /^(?:admins?|administrators?)$/;

/** What somebody or something has: whatever stands before it only says whose it is. */
const OF_THING =
  /^(?:fields?|profiles?|dates?|timezones?|zone|avatars?|photos?|pictures?|images?|names?|descriptions?|orders?|notes?|colou?rs?|icons?|logs?|time|labels?|titles?|tags?|locales?|languages?|counts?|capacity|positions?|themes?|comments?|bios?|pronouns?|emojis?|signatures?|birthdays?|onboarding|sorts?|presence|availability|drafts?|expir(?:y|ation))$/;
/** What goes on with it. */
const PROCESS =
  /^(?:scans?|syncs?|reviews?|exports?|audits?|checks?|reports?|surveys?|tours?|features?|previews?|estimates?|walkthroughs?|tutorials?|analys[ie]s)$/;
export const isProcess = (word: string): boolean => PROCESS.test(word);
export const isDescribing = (word: string): boolean => OF_THING.test(word) || PROCESS.test(word);
/** What is said of all invitations or shares. */
export const SETTLED = /^(?:settings?|polic(?:y|ies)|counts?|analytics|metrics|statistics|stats)$/;
/** What is looked at. */
export const LOOKED_AT =
  /^(?:status(?:es)?|settings?|polic(?:y|ies)|counts?|analytics|metrics|statistics|stats|buttons?|options?|eligibility|history|config|configuration|state|info|details|metadata|context|urls?|links?|requests|suggestions?|recommendations?|limits?|quotas?|experience|flags?|types?|reasons?|providers?)$/;
/** How many there are, which for seats is how many there may be. */
export const COUNTS = /^counts?$/;
export const SEATS = /^(?:seats?|licen[cs]es?)$/;
/** What shows something, wherever it stands in a name. */
export const SURFACE =
  /^(?:dialogs?|modals?|sheets?|menus?|drawers?|banners?|popups?|buttons?|pickers?|panels?|sidebar|widgets?|wizard|tooltips?|toasts?)$/;
/** What may be shared, and may show what there is to others than those who share. */
export const SHARED = /^(?:data|form|page|summary|lists?|content|card|view|screen|section|tab|search|results?)$/;
export const LINKS = /^(?:urls?|links?)$/;

/** Where one noun ends and the next begins. */
export const BETWEEN =
  /^(?:to|into|in|on|onto|for|of|from|via|by|with|through|at|as|and|or|then|after|before|without|now|today|again|async|immediately)$/;
/** Where something is done from: `inviteFromModal`. */
export const FROM = /^(?:from|via|by|in|with|through)$/;
export const READS = /^(?:get|fetch|load|list|search|find|check|is|has|can|validate|verify|preview|count)$/;
export const READS_ANYWHERE = /^(?:get|fetch|can)$/;

/** What is bought, and so may be activated or upgraded. */
export const BOUGHT =
  /^(?:products?|apps?|sites?|editions?|plans?|subscriptions?|entitlements?|licen[cs]es?|accounts?|trials?)$/;
/** How it is sold. */
export const OFFER = /^(?:tiers?|offers?|offerings?|bundles?|checkouts?)$/;
/** What may be of work, or of mail, where anything else stands before it. */
export const PLAN_OR_OTHER = /^(?:plans?|subscriptions?)$/;
export const OF_BOUGHT =
  /^(?:a|my|the|new|free|paid|trial|product|products|app|apps|site|billing|subscription|cloud|premium|standard|enterprise|pricing|jira|confluence|jsm|trello|bitbucket|loom|compass|rovo|guard|statuspage|opsgenie|software|service|management)$/;
/** What of it costs more or less, and what is new. */
export const PLAN = /^(?:editions?|plans?|premium|standard|enterprise)$/;
export const LEVEL = /^(?:premium|standard|enterprise)$/;
export const TRIAL = /^trials?$/;

/** What people ask others for. */
export const ASKED =
  /^(?:access|seats?|licen[cs]es?|memberships?|roles?|permissions?|trials?|entitlements?|invit(?:e|es|ation|ations)|join)$/;
export const ASKS = /^(?:request|ask|apply)$/;
/** What hands in a request for it. */
export const HANDS_IN = /^(?:submit|create|(?:re)?send|raise|file|make|add|place|start|upsert)$/;
/** So does this one where it is one: there may be several that are open. */
export const HANDS_IN_ONE = /^(?:open|new)$/;
/** What decides on one. */
export const DECIDES =
  /^(?:approve|accept|resolve|respond|reply|decide|handle|process|review|answer|grant|complete|fulfill?|update|confirm|authori[sz]e|allow|manage|set|edit|change)$/;
/** What a request of customers is or has, and what else is requested. */
export const OF_REQUEST =
  /^(?:types?|forms?|participants?|fields?|queues?|comments?|details|status|statuses|organi[sz]ations?|approvals?|channels?|ids?|lists?)$/;
export const OTHER_REQUEST =
  /^(?:support|service|help|pull|merge|change|feature|approval|order|customer|content|move)$/;
/** What takes up an invitation. */
export const TAKES_UP = /^(?:use|accept|redeem|consume|claim)$/;

/** What is done for the whole world. */
export const OPENS =
  /^(?:allow|enable|permit|activate|set|open|grant|turn|make|toggle|update|create|change|add|configure|edit|generate)$/;
export const OF_WORLD = /^(?:access|users?|views?|viewers?|viewing|visitors?|browsing|reads?|reading)$/;

/** What is done, where a result may hold what is called alike. */
export const DONE =
  /^(?:(?:re)?invite|grant|share|join|add|assign|give|approve|allow|provision|enroll?|onboard|activate|start|upgrade|purchase|buy|create|set|update|enable|make|allocate|put|move|promote|restore|reactivate|reinstate|unsuspend|migrate|convert|change|switch|try|begin|extend|order|issue|mint|generate|request|ask|apply|submit|(?:re)?send|raise|accept|redeem|claim|use|resolve|respond|decide|handle|process|answer|open|toggle|actions?)$/;
