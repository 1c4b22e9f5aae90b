"""Who lies where, who listens on what, and from where it can be reached."""

from __future__ import annotations

from bartizan.model.interface import Interface
from bartizan.model.shapes import Flag
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path

_FILES = ("file", "log")
_NEVER_FALL = ("file", "log", "backup")
_HOLDING_OTHERS = ("host", "virtual-machine")
_NAMED_IN_A_QUESTION = 3
"""How many components one question names."""
_FOR_PEOPLE = ("user-interface", "browser", "mobile-app")


def take(view: View, facts: PageFacts) -> None:
    """Take what the page says of components, trust domains and the ends of interfaces."""
    _components(view, facts)
    _domains(view, facts)
    for interface in view.page.interfaces.values():
        facts.say(v.INTERFACES, interface.id, at=("interfaces", interface.id))
        _ends(view, facts, interface)
        _ways(view, facts, interface)
    _unconnected(view, facts)


def _components(view: View, facts: PageFacts) -> None:
    for id_, component in view.page.components.items():
        at = ("components", id_)
        kind = view.kinds[id_]
        facts.say(v.COMPONENTS, id_, at=at)
        if kind is None:
            facts.ask(
                v.KIND_UNSAID, id_, at=[(*at, "kind"), (*at, "technology")], reach=Reach.FAR,
                text=f"What sort of thing is {view.name(id_)}?",
            )  # fmt: skip
        if not (kind and (kind.person or kind.name in _NEVER_FALL)) and view.in_scope(id_):
            facts.say(v.SOFTWARE, id_, at=at)
        if kind and kind.name in _FILES:
            facts.say(v.FILES, id_, at=(*at, "kind"))
        if kind and kind.name == "backup":
            facts.say(v.BACKUPS, id_, at=(*at, "kind"))
        if kind and kind.name in _FOR_PEOPLE:
            facts.say(v.USER_INTERFACES, id_, at=(*at, "kind"))
        if (kind and kind.keeps) or id_ in view.kept_in:
            facts.say(v.KEEPS, id_, at=at)
        if kind and kind.name in _HOLDING_OTHERS and not component.hosts:
            facts.ask(
                v.GUESTS_UNSAID,
                id_,
                at=(*at, "hosts"),
                reach=Reach.FAR,
                text=f"What runs on {view.name(id_)}, or lies there?",
            )
        for part in component.hosts:
            facts.say(v.HOSTS, id_, part, at=(*at, "hosts"))
        for reader in component.read_by:
            facts.say(v.READS_FILE, reader, id_, at=(*at, "read-by"))
        for writer in component.written_by:
            facts.say(v.WRITES_FILE, writer, id_, at=(*at, "written-by"))
        if id_ in view.domains:
            facts.say(v.LIES_IN, id_, view.domains[id_], at=(*at, "domain"))
        elif not (kind and kind.name == "backup"):  # of a backup it is asked how it is handled
            facts.ask(
                v.DOMAIN_UNSAID,
                id_,
                at=[(*at, "domain"), *(_near(view, id_))],
                text=f"In which trust domain does {view.name(id_)} lie?",
            )


def _near(view: View, component: str) -> list[Path]:
    """Return where else it could be said in which trust domain a file lies: with those who read or write it."""
    users = (*view.page.components[component].read_by, *view.page.components[component].written_by)
    at = ("components", component)
    return (
        [(*at, "read-by"), *(("components", user, "domain") for user in users)]
        if view.is_kind(component, *_FILES)
        else []
    )


def _domains(view: View, facts: PageFacts) -> None:
    for id_ in view.all_domains:
        at = ("trust-domains", id_)
        facts.say(v.DOMAINS, id_, at=at)
        declared = view.page.trust_domains.get(id_)
        for other in declared.reached_from if declared else ():
            facts.say(v.LEADS_TO, other, id_, at=(*at, "reached-from"))
        if declared and declared.inside and declared.inside != "unknown":
            facts.say(v.LIES_WITHIN, id_, declared.inside, at=(*at, "inside"))
        elif not (declared and declared.reached_from) and len(view.all_domains) > 1:
            facts.ask(
                v.ENTRY_UNSAID, id_, at=[(*at, "reached-from"), (*at, "inside")], reach=Reach.FAR,
                text=f"From which trust domains can traffic get into {view.name(id_)}?",
            )  # fmt: skip


def _unconnected(view: View, facts: PageFacts) -> None:
    """Ask who connects to the components that are on no interface: one question for all, since one page of answers is missing."""
    page = view.page
    connected = {end for each in page.interfaces.values() for end in (each.requestor, each.listener)}
    hosted = {part for each in page.components.values() for part in each.hosts}
    alone = [
        id_ for id_, each in page.components.items()
        if facts.has(v.SOFTWARE, id_) and id_ not in connected | hosted
        and not (each.hosts or each.read_by or each.written_by)
    ]  # fmt: skip
    text = f"Who connects to {_listed(view, alone)}, and to whom {'do they' if len(alone) > 1 else 'does it'} connect?"
    for id_ in alone:
        reach = Reach.FAR if page.interfaces else Reach.PLAIN  # where no other way is open, this one is
        facts.ask(v.INTERFACES_UNSAID, id_, at=("interfaces",), reach=reach, text=text)


def _listed(view: View, components: list[str]) -> str:
    """Return the first of some components in words, and how many more there are."""
    names = [view.name(id_) for id_ in components[:_NAMED_IN_A_QUESTION]]
    if len(components) > len(names):
        names.append(f"{len(components) - len(names)} more")
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _ends(view: View, facts: PageFacts, interface: Interface) -> None:
    at = ("interfaces", interface.id)
    requestor, listener = view.known(interface.requestor), view.known(interface.listener)
    if requestor:
        facts.say(v.REQUESTS, requestor, interface.id, at=(*at, "requestor"))
    else:
        facts.ask(
            v.REQUESTOR_UNSAID,
            interface.id,
            at=(*at, "requestor"),
            text=f"Who opens {said_as(interface)}?",
        )
    if listener:
        facts.say(v.LISTENS, listener, interface.id, at=(*at, "listener"))
        kind = view.kinds[listener]
        if (kind and kind.store) or listener in view.kept_in:
            facts.say(v.STORE_LISTENS, listener, interface.id, at=(*at, "listener"))
        if interface.administration is Flag.YES and not _limited(view, interface):
            facts.say(v.ADMINISTERS, interface.id, listener, at=(*at, "administration"))
        if interface.administration in {None, Flag.UNKNOWN}:
            facts.ask(
                v.ADMINISTRATION_UNSAID, interface.id, at=(*at, "administration"), reach=Reach.FAR,
                text=f"Is {view.name(listener)} administered over {said_as(interface)}?",
            )  # fmt: skip
    else:
        facts.ask(
            v.LISTENER_UNSAID,
            interface.id,
            at=(*at, "listener"),
            text=f"Where does {said_as(interface)} lead?",
        )


def _limited(view: View, interface: Interface) -> bool:
    """Whether the page says what those may do who administer over an interface."""
    ends = {interface.id, interface.listener or ""}
    return any(ends & set(view.page.data_assets[each].opens) for each in view.shown_on(interface))


def _ways(view: View, facts: PageFacts, interface: Interface) -> None:
    """Say which networks an interface runs over, and from where its listening end can be reached."""
    if view.is_local(interface):
        return
    at = ("interfaces", interface.id)
    network = view.network(interface)
    ends = ((interface.requestor, "requestor"), (interface.listener, "listener"))
    ways: dict[str, Path] = {
        view.domains[end]: (*at, word) for end, word in ends if end and end in view.domains
    }
    if network:
        ways.setdefault(network, (*at, "network"))
    else:
        facts.ask(
            v.NETWORK_UNSAID, interface.id, at=(*at, "network"), reach=Reach.FAR,
            text=f"Over which network does {said_as(interface)} run?",
        )  # fmt: skip
    if network:
        for end, _word in ends:
            if view.known(end):
                facts.say(v.LIES_IN, str(end), network, at=(*at, "network"))
    for domain, path in ways.items():
        facts.say(v.SERVES, interface.id, domain, at=path)
        facts.say(v.RUNS_OVER, interface.id, domain, at=path)


def said_as(interface: Interface) -> str:
    """Return how a question names an interface: by its number and, where it has one, its name."""
    name = f" ({interface.name})" if interface.name else ""
    return f"interface {interface.number or interface.id}{name}"
