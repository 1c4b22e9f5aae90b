"""Every sort of fact that the rules speak of."""

from __future__ import annotations

from bartizan.rules.threats.terms import Nature, Predicate, Sort, Variable

ACTOR = Variable("actor", Sort.ACTOR)
COMPONENT = Variable("component", Sort.COMPONENT)
OTHER = Variable("other", Sort.COMPONENT)
STORE = Variable("store", Sort.COMPONENT)
INTERFACE = Variable("interface", Sort.INTERFACE)
ASSET = Variable("asset", Sort.ASSET)
PART = Variable("part", Sort.ASSET)
KEY = Variable("key", Sort.ASSET)
CREDENTIAL = Variable("credential", Sort.ASSET)
ANOTHER = Variable("another", Sort.ASSET)
PLACEMENT = Variable("placement", Sort.PLACEMENT)
DOMAIN = Variable("domain", Sort.DOMAIN)
BEYOND = Variable("beyond", Sort.DOMAIN)
CONTROL = Variable("control", Sort.CONTROL)
OTHER_CONTROL = Variable("other-control", Sort.CONTROL)
VERB = Variable("verb", Sort.VERB)
TARGET = Variable("target", Sort.TARGET)
FLAW = Variable("flaw", Sort.FLAW)

_C, _I, _A, _P, _D, _K, _T, _V, _X, _F = (
    Sort.COMPONENT, Sort.INTERFACE, Sort.ASSET, Sort.PLACEMENT, Sort.DOMAIN, Sort.CONTROL, Sort.ACTOR, Sort.VERB, Sort.TARGET,
    Sort.FLAW,
)  # fmt: skip


def _page(name: str, *sorts: Sort, says: str) -> Predicate:
    return Predicate(name, Nature.PAGE, sorts, says)


def _asked(name: str, sort: Sort, says: str) -> Predicate:
    return Predicate(name, Nature.ASKED, (sort,), says)


def _derived(name: str, *sorts: Sort, says: str) -> Predicate:
    return Predicate(name, Nature.DERIVED, sorts, says)


# ---- what the page says of its parts

COMPONENTS = _page("component", _C, says="{0} is part of the deployment")
SOFTWARE = _page("software", _C, says="{0} can be taken over, being no person and no file")
ASSETS = _page("asset", _A, says="{0} is worth protecting")
DOMAINS = _page("domain", _D, says="{0} is a trust domain")
REQUESTS = _page("requests", _C, _I, says="{0} opens {1}")
LISTENS = _page("listens", _C, _I, says="{0} listens on {1}")
STORE_LISTENS = _page("store-listens", _C, _I, says="{0}, a store, listens on {1}")
ADMINISTERS = _page("administers", _I, _C, says="{0} administers {1} as a whole")
LIES_IN = _page("lies-in", _C, _D, says="{0} lies in {1}")
SERVES = _page("serves", _I, _D, says="{0} can be reached from {1}")
RUNS_OVER = _page("runs-over", _I, _D, says="{0} runs over {1}")
LEADS_TO = _page("leads-to", _D, _D, says="traffic from {0} can be let into {1}")
LIES_WITHIN = _page("lies-within", _D, _D, says="{0} lies within {1}")
USER_INTERFACES = _page("user-interface", _C, says="{0} shows data to people")
HOSTS = _page("hosts", _C, _C, says="{1} runs on {0}")
READS_FILE = _page("reads-file", _C, _C, says="{0} reads {1}")
WRITES_FILE = _page("writes-file", _C, _C, says="{0} writes {1}")
FILES = _page("file", _C, says="{0} is a file")
BACKUPS = _page("backup", _C, says="{0} is a backup, kept apart from what runs")
VERBS = _page("verb", _V, says="{0} is something one can do to data")
KEEPS = _page("keeps", _C, says="{0} keeps data")

# ---- what travels

CARRIES = _page("carries", _I, _A, says="{0} carries {1}")
CARRIES_ONE = _page("carries-one", _I, _A, says="{0} carries {1}, those of one holder at a time")
CARRIES_SEALED = _page("carries-sealed", _I, _A, _A, says="{0} carries {1} encrypted with {2}")
CARRIES_SEALED_ONE = _page(
    "carries-sealed-one",
    _I,
    _A,
    _A,
    says="{0} carries {1}, those of one holder at a time, encrypted with {2}",
)
ALTERABLE = _page("alterable", _I, _A, says="{0} carries {1} without a check of its own")
ALTERABLE_ONE = _page(
    "alterable-one", _I, _A, says="{0} carries {1}, those of one holder at a time, without a check of its own"
)
SENT = _page("sent", _I, _A, says="{1} travels to the listener of {0} without a check of its own")
SENT_ONE = _page(
    "sent-one",
    _I,
    _A,
    says="{1} travels to the listener of {0}, those of one holder at a time, without a check of its own",
)
CHECKED_ON = _page("checked-on", _I, _A, _A, says="on {0} an alteration of {1} is noticed with {2}")
CHECKED_ON_ONE = _page(
    "checked-on-one",
    _I,
    _A,
    _A,
    says="on {0} an alteration of {1}, those of one holder at a time, is noticed with {2}",
)

# ---- who may do what

INTERFACES = _page("interface", _I, says="{0} is there")
ACCEPTS = _page("accepts", _I, _A, says="{0} accepts {1}")
ACCEPTS_SHARED = _page("accepts-shared", _I, _A, says="{0} accepts {1}, the same for all who show it")
NO_CREDENTIAL_NAMED = _page("no-credential-named", _I, says="the page names no credential on {0}")
NOTHING_SHOWN = _page("nothing-shown", _I, says="nothing is shown over {0} to tell who connects")
CREDENTIALS = _page("credential", _A, says="{0} says who somebody is")
ACCEPTS_ONE = _page("accepts-one", _I, _A, says="{0} accepts {1}, each for its own holder")
SHOWN = _page("shown", _I, _A, says="{1} is shown as it is over {0}")
SHOWN_ONE = _page("shown-one", _I, _A, says="{1} is shown as it is over {0}, by one holder at a time")
PERMITS = _page("permits", _A, _I, _V, _X, says="{0} lets its holder {2} {3} over {1}")
PERMITS_ALL = _page("permits-all", _A, _C, _V, says="{0} lets its holder {2} everything in {1}")
OFFERS = _page("offers", _I, _V, _X, says="over {0} one can {1} {2}")
INCLUDES = _page("includes", _A, _A, says="whoever holds {0} may do what {1} lets do")
BOUND_TO = _page("bound-to", _A, _C, says="{0} works from {1}")
WORKS_WHEN_STOLEN = _page("works-when-stolen", _A, says="{0} works for whoever has it")
WORKS_ONE = _page("works-when-stolen-one", _A, says="{0} works for whoever has one")
WORKS_UNTIL_REVOKED = _page(
    "works-until-revoked", _A, says="{0} lives longer than an attack takes, but can be taken back in time"
)
SOFT_FAIL = _page("soft-fail", _K, _I, says="{0} is passed over on {1} when nobody can be asked")

# ---- data at rest

HELD = _page("held", _P, _A, says="{1} is kept as {0}")
HELD_IN_USE = _page("held-in-use", _P, _A, says="{1} is served from {0}")
KEPT = _page("kept", _P, _A, _C, says="{1} is kept in {2}")
KEPT_IN = _page("kept-in", _P, _C, says="{0} is kept in {1}")
EXTRACTABLE = _page("extractable", _P, says="{0} can be taken out")
UNEXTRACTABLE = _page("unextractable", _P, _A, says="{1} can be used in {0} and not taken out")
SEALED = _page("sealed", _P, _A, _A, says="{1} is kept encrypted with {2}")
CHECKED = _page("checked", _P, _A, _A, says="an alteration of {1} is noticed with {2}")
SINGLE = _page("single", _X, says="{0} is the same for all holders")
ONE_PER = _page("one-per", _A, says="{0} is many, each of another holder")
SHARED = _page("shared", _A, says="{0} is not each holder's own")
PART_OF = _page("part-of", _A, _A, says="{0} is part of {1}")

# ---- what data does

TRIGGERS = _page("triggers", _A, _V, _X, says="{0} makes its reader {1} {2}")
TRIGGERS_ALL = _page("triggers-all", _A, _C, _V, says="{0} makes {1} {2} everything there")
PURGES = _page("purges", _C, _V, _X, says="after failed logins {0} will {1} {2} by itself")
PURGES_ALL = _page("purges-all", _C, _V, says="after failed logins {0} will {1} everything it keeps")
LOADED_BY = _page("loaded-by", _A, _C, says="{1} runs what {0} says")
CONFIGURES = _page("configures", _A, _I, says="{0} names the other end of {1}")
RENDERED_BY = _page("rendered-by", _A, _C, says="{1} shows {0}")
OWN_DATA = _page("own-data", _A, _I, _A, says="whoever holds {0} may write {2} of their own over {1}")

# ---- needs

NEEDS_INTERFACE = _page("needs-interface", _C, _I, says="{0} cannot work without {1}")
NEEDS_ASSET = _page("needs-asset", _C, _A, says="{0} cannot work without {1}")
NEEDS_COMPONENT = _page("needs-component", _C, _C, says="{0} cannot work without {1}")

# ---- controls

CONTROLS = _page("control", _K, says="{0} is a control")
GUARDED = _page("guarded", _K, says="{0} is a place for a control")
FILLS = _page("fills", _K, _K, says="{0} does the work of {1}")
GRANTS = _page("grants", _K, _K, says="{0} alone can grant what {1} decides")
ENFORCES = _page("enforces", _C, _K, says="{0} carries out {1}")
RELIES_ON_SECRET = _page("relies-on-secrecy", _K, _A, says="{0} holds only while {1} is secret")
RELIES_ON_TRUE = _page("relies-on-integrity", _K, _A, says="{0} holds only while {1} is what it should be")
OPENS_WITHOUT = _page("opens-without", _K, _A, says="{0} lets everything through when {1} is not there")
CLOSES_WITHOUT = _page("closes-without", _K, _A, _C, says="{2} stops when {0} cannot ask for {1}")
RELIES_ON_OTHERS = _page("relies-on-others", _K, _K, says="{0} holds only while {1} does")
STRONG_ONLY = _page("holds-against-less", _K, _T, says="{1} is capable enough to get past {0}")

# ---- what the world knows to be wrong

FLAWED_ON_THE_WAY = _page("flawed-on-the-way", _I, _F, says="{0} has {1}, of use to whoever is on its path")
FLAWED_AT_ITS_END = _page("flawed-at-its-end", _I, _F, says="{0} has {1}, of use to whoever reaches it")
PERHAPS_ON_THE_WAY = _page(
    "perhaps-flawed-on-the-way", _I, _F, says="{0} may have {1}, of use to whoever is on its path"
)
PERHAPS_AT_ITS_END = _page(
    "perhaps-flawed-at-its-end", _I, _F, says="{0} may have {1}, of use to whoever reaches it"
)
BREAKS_ENCRYPTION = _page("breaks-encryption", _I, _F, says="with {1} what {0} carries can be read")
BREAKS_INTEGRITY = _page("breaks-integrity", _I, _F, says="with {1} what {0} carries can be altered")
BREAKS_LISTENER = _page(
    "breaks-server-authentication", _I, _F, says="with {1} the listener of {0} is imitated"
)
BREAKS_REQUESTOR = _page(
    "breaks-client-authentication", _I, _F, says="with {1} the requestor of {0} is imitated"
)
BREAKS_AVAILABILITY = _page("breaks-availability", _I, _F, says="with {1} the listener of {0} is stopped")
MADE_WITH_ENDED = _page("made-with-ended", _C, _F, says="{0} is made with {1}")

# ---- dependencies and actors

VOUCHED = _page("vouched", _K, _C, says="{0} is what keeps {1} from being hostile")
STANDS_IN = _page("stands-in", _T, _D, says="{0} stands in {1}")
STANDS_ON = _page("stands-on", _T, _C, says="{0} stands on {1}")
USES = _page("uses", _T, _I, says="{0} uses {1} as everybody of their sort may")
HAS_ACCOUNT = _page("has-account", _T, _A, says="{0} has {1} of their own")
HOLDS = _page("holds", _T, _A, says="{0} has {1}")

# ---- what the page does not say

ADMINISTRATION_UNSAID = _asked(
    "administration-unsaid", _I, "nothing says whether {0} administers its listener, so it may"
)
GUESTS_UNSAID = _asked("guests-unsaid", _C, "nothing says what runs on {0}, so it may be anything")
SEAL_UNSAID = _asked("seal-unsaid", _P, "nothing says with which key {0} is encrypted, so it may be any")
DOMAIN_UNSAID = _asked("domain-unsaid", _C, "nothing says where {0} lies, so it may be anywhere")
KIND_UNSAID = _asked("kind-unsaid", _C, "nothing says what {0} is, so it may be anything")
REQUESTOR_UNSAID = _asked("requestor-unsaid", _I, "nothing says who opens {0}, so anybody may")
LISTENER_UNSAID = _asked("listener-unsaid", _I, "nothing says where {0} leads, so it may lead anywhere")
INTERFACES_UNSAID = _asked(
    "interfaces-unsaid", _C, "nothing says who connects to {0}, so anybody may, and do anything there"
)
NETWORK_UNSAID = _asked("network-unsaid", _I, "nothing says over which network {0} runs, so it may be any")
ENTRY_UNSAID = _asked(
    "reach-unsaid", _D, "nothing says from where {0} can be reached, so it may be from anywhere"
)
LOAD_UNSAID = _asked("in-flight-unsaid", _I, "nothing says what {0} carries, so it may be anything")
RIGHTS_UNSAID = _asked(
    "rights-unsaid", _A, "nothing says what {0} lets its holder do, so it may be everything"
)
HOLDING_UNSAID = _asked("persistence-unsaid", _A, "nothing says where {0} is kept, so it may be in any store")
PLACE_UNSAID = _asked("place-unsaid", _P, "nothing says where {0} is, so anybody may find it")
ENFORCER_UNSAID = _asked(
    "enforcer-unsaid", _K, "nothing says what carries out {0}, so it may be any component"
)
RELIANCE_UNSAID = _asked("reliance-unsaid", _K, "nothing says what {0} relies on, so it may be anything")
ASSET_KIND_UNSAID = _asked(
    "asset-kind-unsaid", _A, "nothing says what sort of data {0} is, so it may open something"
)
INCLUSION_UNSAID = _asked("inclusion-unsaid", _A, "nothing says what else {0} lets do, so it may be anything")
MAYBE_INCLUDES = Predicate(
    "maybe-includes",
    Nature.ASKED,
    (_A, _A),
    "nobody knows whether {0} lets its holder do what {1} does, so it may",
)
TRIGGER_UNSAID = _asked(
    "trigger-unsaid", _A, "nothing says what {0} makes its reader do, so it may be anything"
)
CODE_UNSAID = _asked("loaded-unsaid", _A, "nothing says what runs {0}, so any component may")
POINTER_UNSAID = _asked(
    "configures-unsaid", _A, "nothing says what {0} points to, so it may be any interface"
)
SHOWN_WHERE_UNSAID = _asked("rendered-unsaid", _A, "nothing says who shows {0}, so any user interface may")
PURGE_UNSAID = _asked(
    "purge-unsaid", _C, "nothing says what {0} does after failed logins, so it may delete all it keeps"
)
LOSS_UNSAID = Predicate(
    "loss-unsaid",
    Nature.ASKED,
    (_K, _A),
    "nothing says what {0} does when {1} is not there, so it may let everything through",
)
STRENGTH_UNSAID = Predicate(
    "strength-unsaid",
    Nature.ASKED,
    (_T, _K),
    "nothing says how capable {0} is, so it may be enough to get past {1}",
)
HOLDS_UNSAID = _asked(
    "holds-unsaid", _T, "nothing says what {0} has from the start, so it may be any credential"
)
SHOWN_UNSAID = _asked(
    "shown-unsaid", _I, "nothing says what is shown over {0} to tell who connects, so it may be any data"
)
SETTINGS_UNSAID = _asked(
    "settings-unsaid",
    _I,
    "nothing says how the protocol of {0} is set up, so what is known to be wrong with it may count",
)
MAINTENANCE_UNSAID = _asked(
    "maintenance-unsaid", _C, "nothing says whether what {0} is made with is still repaired, so it may not be"
)
EXTRACTION_UNSAID = _asked("extraction-unsaid", _P, "nothing says whether {0} can be taken out, so it may")
WHEREABOUTS_UNSAID = _asked("whereabouts-unsaid", _T, "nothing says where {0} stands, so it may be anywhere")

# ---- what follows

DEGRADED = _asked("degraded", _K, "{0} is degraded")
ACTS = _derived("acts", _T, says="{0} attacks")
ANYWHERE = _derived("anywhere", says="the attacker can send traffic somewhere")
EVERYWHERE = _derived("everywhere", says="the attacker may be able to send traffic everywhere")
AT = _derived("at", _D, says="the attacker can send traffic in {0}")
REACHES = _derived("reaches", _I, says="the attacker can reach the listening end of {0}")
TAPS = _derived("taps", _I, says="the attacker sees what {0} carries")
TAMPERS = _derived("tampers", _I, says="the attacker changes what {0} carries")
HEARS = _derived("hears", _I, says="the attacker sits on the path of {0}")
EXPLOITS = _derived("exploits", _I, _F, says="the attacker makes use of {1} on {0}")
FEEDS = _derived("feeds", _C, says="what the attacker sends reaches {0}")
FEEDS_ANY = _derived("feeds-any", says="what the attacker sends may reach any component")
ENTERS = _derived("enters", _C, says="the attacker does something in {0}")
ENTERS_ANY = _derived("enters-any", says="the attacker may do something in any component")
UNATTRIBUTED = _derived("unattributed", _C, says="nobody can tell who did what in {0}")
ROGUE = _derived("rogue", _I, says="the attacker answers on {0} in place of its listener")
SUPPLIES = _derived("supplies", _A, says="the attacker may write {0} of their own")
ACCOUNT = _derived("account", _A, says="the attacker has {0} of their own")
KNOWS = _derived("knows", _A, says="the attacker learns {0}")
KNOWS_SOME = _derived("knows-some", says="the attacker learns some data")
KNOWS_ONE = _derived("knows-one", _A, says="the attacker learns {0} of some holders")
USES_KEY = _derived("uses-key", _A, says="the attacker can use {0} without learning it")
POSES = _derived("poses", _A, says="the attacker passes for whoever {0} stands for")
POSES_ONE = _derived("poses-one", _A, says="the attacker passes for one holder of {0}")
POSES_ANY = _derived("poses-any", says="the attacker may pass for anybody")
INSIDE = _derived("inside", _I, says="the attacker is let in on {0}")
SPEAKS = _derived("speaks", _I, _A, says="the attacker is let in on {0} as the holder of {1}")
SPEAKS_ONE = _derived("speaks-one", _I, _A, says="the attacker is let in on {0} as one holder of {1}")
CAN = _derived("can", _V, _X, says="the attacker can {0} {1}")
CAN_ONE = _derived("can-one", _V, _X, says="the attacker can {0} {1} of some holders")
COMMANDS = _derived("commands", _V, _C, says="the attacker can {0} everything that {1} keeps")
MASTERS = _derived("masters", _C, says="the attacker can do anything with what {0} keeps")
MASTERS_SOME = _derived("masters-some", says="the attacker gets at some store")
MASTERS_ANY = _derived("masters-any", says="the attacker may get at any store")
OWNS = _derived("owns", _C, says="the attacker controls {0}")
OWNS_ANY = _derived("owns-any", says="the attacker may control any component")
OWNS_SOME = _derived("owns-some", says="the attacker controls some component")
SHOWN_ANYTHING = _derived("shown-anything", says="the attacker sees whatever is shown to tell who connects")
CHANGED_ANYTHING = _derived(
    "changed-anything", says="the attacker changes whatever an interface carries of which nothing is said"
)
HEARD_ANYTHING = _derived(
    "heard-anything", says="the attacker learns whatever an interface carries of which nothing is said"
)
ANSWERS_ANY = _derived("answers-any", says="the attacker may answer on any interface")
SCRIPTS_ANY = _derived("scripts-any", says="the attacker may run scripts in any user interface")
SCRIPTS = _derived("scripts", _C, says="the attacker runs scripts in the sessions of those who use {0}")
COPIED = _derived("copied", _P, says="the attacker has the stored form of {0}")
OVERWROTE = _derived("overwrote", _P, says="the attacker can overwrite {0}")
LOST = _derived("lost", _P, says="{0} is destroyed")
KEYLESS = _derived("keyless", _P, says="{0} cannot be read again, its key being lost")
GONE = _derived("gone", _P, says="{0} is gone")
GAP = _derived("gap", _P, says="{0} cannot be served")
ALTERS = _derived("alters", _A, says="the attacker can alter {0}")
ALTERS_ONE = _derived("alters-one", _A, says="the attacker can alter {0} of some holders")
ALTERS_SOME = _derived("alters-some", says="the attacker can alter some data")
DENIES = _derived("denies", _A, says="{0} is not available")
DENIES_ONE = _derived("denies-one", _A, says="{0} of some holders is not available")
DESTROYS = _derived("destroys", _A, says="{0} is lost for good")
DENIES_SOME = _derived("denies-some", says="some data is not available")
DESTROYS_SOME = _derived("destroys-some", says="some data is lost for good")
DOWN_ANY = _derived("down-any", says="any component may not work")
CUTS = _derived("cuts", _I, says="{0} does not work for its requestor")
DOWN = _derived("down", _C, says="{0} does not work")
OFF = _derived("off", _K, says="{0} does not hold")
