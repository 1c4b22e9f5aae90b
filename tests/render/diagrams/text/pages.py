"""A small page with every sign of the diagram guidance, and names that try to be more than names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.model.shapes import shape_of
from bartizan.render.diagrams.scene import (
    Box,
    Connector,
    ConnectorKind,
    Group,
    GroupKind,
    Heads,
    Scene,
    Shape,
)
from bartizan.render.diagrams.sequence_scene import Entity, Message, SequenceScene
from tests.model.pages import page
from tests.strategies import architectures, of_shape

SMALL = """\
format: 1
service: notes
trust-domains:
  internet: {kind: network}
  cloud: {kind: network}
  api-cluster: {name: API cluster, kind: group, inside: cloud}
  identity: {kind: third party, name: Identity Ltd.}
components:
  client: {kind: person, domain: internet}
  api: {name: API process, technology: Python, domain: api-cluster, instances: 3}
  api-host: {name: API host, kind: host, domain: api-cluster, hosts: [conf]}
  conf: {name: api.conf, kind: file, domain: api-cluster, read-by: api}
  queue: {kind: queue, technology: RabbitMQ, domain: cloud}
  database: {kind: database, technology: MySQL, domain: cloud, instances: many}
  keystone: {kind: service, domain: identity, in-scope: no}
  search: {future: yes, domain: cloud}
interfaces:
  1: {name: REST API, requestor: client, listener: api, protocol: HTTPS, request: note}
  2: {name: Log in, requestor: client, listener: api-host, protocol: SSH, administration: yes}
  3: {name: Publish, requestor: api, listener: queue, protocol: [AMQP, TLS], request: note}
  4: {name: Read/write, requestor: api, listener: database, protocol: [SQL, TLS], in-flight: note}
  5: {name: Validate, requestor: api, listener: keystone, protocol: HTTPS, response: roles}
  6: {name: Index, requestor: api, listener: search, future: yes}
  7: {name: Metrics, requestor: api, listener: prometheus}
data-assets:
  note: {persisted: database}
  roles: {persisted: nowhere}
  settings: {persisted: conf}
use-cases:
  save:
    name: Save a note
    steps: |
      client->api: POST note [1]
      api->keystone: who is it? [5]
      keystone-->api: a user of project 7 [5]
      api->api: check the policy
      api->database: store it [4]
      api->search: index it [6]
      api-->client: 201 Created [1]
"""
"""One of each: shape, boundary, mark, kind of arrow and kind of step."""


def small_page() -> Architecture:
    """Return the small page."""
    return page(SMALL).architecture


HOSTILE = (
    "direction TB", "end", "graph LR", "class", "subgraph x", "click c_a call alert()", "%% x", '%%{init: {"theme":"dark"}}%%',
    "-->", "a --> b", "<script>alert(1)</script>", "<b>bold</b>", "&lt;x&gt;", "&amp;", "&#35;", "#35;", "#quot;", '"quoted"',
    "'single'", "`tick`", "`**md**`", "**bold**", "_it_", "~~x~~", "1. one", "2) two", "- list", "+ list", "# head", "> quote",
    "---", "===", "[x](http://a.b)", "http://example.org/a?b=c#d", "www.example.org", "x@y.org", "a | b", "{x}", "{{x}}", "[[x]]",
    "(((", "[(", "])", "])))", '"] --> c_y["z', "x) y", "\\", "\\n", "\\t", 'a\\"', "\\N \\G \\L", "$x", "$$x^2$$", "${x}", "%x%",
    '%getenv("HOME")', "@enduml", "@startuml", "!include /etc/passwd", "!define x y", "@{ shape: doc }", ":::red", "a: b",
    "style x fill:#f9f;", "linkStyle 0", "a ; c_x --> c_y", "ﬂ°°35¶ß", "é☃😀", "\u200f\u05d0\u05d1", "\u202egnirts", "日本語", "\u00a0x",
    "fa:fa-car x", "title: x", "note over a: b", "loop x", "box red", "participant x", "autonumber", "as b", "x as y", "//it//",
    '""mono""', "--strike--", "<U+0041>", "<&star>", "<$sprite>", "<img:x.png>", "= h =", "----", "|= a |= b |", "<math>x</math>",
    "/' c '/", "' comment", "}", "{", "label", "shape: circle", "near: x", "* -> *", "|md # x |", "...@x", "null", "&nbsp;", "<br>",
    "wrap: x", "word\nnext line", "a\r\nb", "tab\there", "\x00\x07", "\ud800", "\ufffe", "x" * 300, "]]>", "<!-- -->", "", " ", "?",
)  # fmt: skip
"""What has a meaning somewhere: in Mermaid, PlantUML, Graphviz, D2, XML, HTML, Markdown or YAML."""

names = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map(" ".join),
    st.text(st.sampled_from("ab1 \t\n\"'`\\<>&#;:%{}[]()|$@!?*_-+=~^/.,éא日😀"), max_size=14),
    st.text(max_size=10),
)
"""Names nobody would give, unless to see what happens."""


def drawable() -> st.SearchStrategy[Architecture]:
    """Whole pages that say something in every section that is drawn; most of it nonsense."""
    shapes = {field.name: shape_of(field) for field in dataclasses.fields(Architecture)}
    drawn = ("components", "interfaces", "trust_domains", "use_cases", "data_assets")
    sections = {name: of_shape(shape) for name in drawn if (shape := shapes[name])}
    return st.builds(dataclasses.replace, architectures(), **sections)


def scene_named(names: Sequence[str]) -> Scene:
    """Return a scene of one form, with every shape, boundary and kind of arrow, and these names in turn."""
    name = _in_turn(names)
    kinds, shapes = list(GroupKind), list(Shape)
    groups = tuple(
        Group(
            id=f"group-{at}",
            element="",
            name=next(name),
            kind=kinds[at % 4],
            inside=f"group-{at - 1}" if at % 3 else None,
        )
        for at in range(6)
    )
    boxes = tuple(
        Box(id=f"box-{at}", element="", name=next(name), detail=next(name), quantity=next(name) if at % 4 == 1 else "",
            shape=shapes[at % len(shapes)], group=f"group-{at % 6}" if at % 7 else None, stacked=at % 4 == 1,
            future=at % 5 == 0, out_of_scope=at % 5 == 1, undeclared=at % 9 == 8)
        for at in range(len(shapes) + 3)
    )  # fmt: skip
    lines = list(ConnectorKind)
    connectors = tuple(
        Connector(id=f"line-{at}", element="", tail=f"box-{at}", head=f"box-{(at * 5 + 1) % len(boxes)}", number=str(at),
                  name=next(name), detail=next(name), kind=lines[at % len(lines)],
                  heads=Heads.EITHER if at % 6 == 5 else Heads.END, future=at % 4 == 0, reply=at % 4 == 1,
                  administration=at % 4 == 2, out_of_scope=at % 4 == 3)
        for at in range(len(boxes))
    )  # fmt: skip
    to_groups = (
        Connector(id="to-group", element="", tail="box-0", head="group-2", name=next(name)),
        Connector(id="out-of-group", element="", tail="group-0", head="box-1", name=next(name)),
        Connector(id="inside-out", element="", tail="box-1", head="group-1", name=next(name)),
        Connector(id="itself", element="", tail="group-4", head="group-4", name=next(name)),
    )
    return Scene(
        name="any-scene",
        title=next(name),
        description="",
        boxes=boxes,
        groups=groups,
        connectors=(*connectors, *to_groups),
    )


def sequence_named(names: Sequence[str]) -> SequenceScene:
    """Return a sequence diagram of one form with these names in turn."""
    name = _in_turn(names)
    entities = tuple(
        Entity(id=f"entity-{at}", element="", name=next(name), future=at == 2, undeclared=at == 3,
               domains=(Group(id=f"domain-{at // 2}", element=f"domain-{at // 2}", name=next(name),
                              kind=list(GroupKind)[at % 4]),) if at % 3 else ())
        for at in range(6)
    )  # fmt: skip
    messages = tuple(
        Message(number=at + 1, sender=f"entity-{at % 6}", receiver=f"entity-{(at * 7 + at // 6) % 6}", text=next(name),
                note=next(name), reply=at % 3 == 0, future=at % 5 == 0, in_doubt=at % 4 == 0)
        for at in range(9)
    )  # fmt: skip
    return SequenceScene(
        name="any-sequence", title=next(name), description="", entities=entities, messages=messages
    )


def _in_turn(names: Sequence[str]) -> Iterator[str]:
    """Yield the names again and again; a letter goes before each, so that none is as good as nothing."""
    at = 0
    while True:
        yield f"n{names[at % len(names)]}" if names else "n"
        at += 1
