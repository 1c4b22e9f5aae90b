"""Where a rule does not apply, and where it does although it seems not to: one line for each sentence of its page."""

from __future__ import annotations

import pytest

from tests.model.pages import page
from tests.rules.readiness.clean_page import FILES, gaps_of

PARTS = "components: {person: {kind: person, domain: internet}, web: {technology: Python, domain: cloud}, store: {technology: MySQL, domain: cloud}}"

CASES = [
    # rule, what the page says, the elements that have the gap
    ("deployment-unexplained", "deployment: {kind: simplest, because: There is no other.}", ""),
    ("deployment-unexplained", "deployment: {kind: best practice}", ""),
    ("deployment-unsaid", "deployment: {description: Three nodes.}", "deployment"),
    # -- dependencies and outsiders
    ("outsider-without-assumption", "components: {web: {kind: process}, mail: {kind: external-service}}\ninterfaces: {1: {requestor: web, listener: mail}, 2: {requestor: web, listener: mail}}", "mail"),
    ("outsider-without-assumption", "components: {web: {kind: process}, mail: {kind: external-service, service: Post}}\nexternal-dependencies: {post: {service: Post}}\ninterfaces: {1: {requestor: web, listener: mail}}", ""),
    ("outsider-without-assumption", "components: {web: {kind: process}, mail: {name: Mail Service, kind: external-service}}\nexternal-dependencies: {post: {name: mail service}}\ninterfaces: {1: {requestor: web, listener: mail}}", ""),
    ("outsider-without-assumption", "components: {web: {kind: process}, boss: {kind: person, in-scope: no}}\ninterfaces: {1: {requestor: web, listener: boss}}", ""),
    ("outsider-without-assumption", "components: {me: {kind: person}, mail: {kind: external-service}}\ninterfaces: {1: {requestor: me, listener: mail}}", ""),
    ("outsider-without-assumption", "components: {cron: {kind: process, in-scope: no}, mail: {kind: external-service}}\ninterfaces: {1: {requestor: cron, listener: mail}}", ""),
    ("outsider-without-assumption", "components: {web: {kind: process}}\ninterfaces: {1: {requestor: web, listener: unknown}, 2: {listener: web}}", ""),
    # -- trust domains
    ("domain-undeclared", "threat-actors: {outsider: {at: internet}}", "internet"),
    ("domain-undeclared", "components: {me: {kind: person, domain: lan}}\nthreat-actors: {me: {at: me}}\ntrust-domains: {lan: {reached-from: internet}}", "internet"),
    ("domain-undeclared", "components: {me: {kind: person, domain: unknown}}", ""),
    ("domains-in-a-ring", "trust-domains: {a: {inside: a}, b: {inside: c}, c: {inside: b}, d: {inside: b}}", "a b"),
    ("no-trust-boundary", "components: {a: {domain: x}, b: {domain: unknown}}", "trust-domains"),
    # -- components
    ("component-without-domain", "components: {web: {kind: process, domain: cloud}, machine: {kind: host, hosts: tool}, tool: {kind: process}, conf: {kind: file, read-by: tool}, other: {kind: process, domain: unknown}, box: {kind: host, domain: cloud, hosts: agent}, agent: {kind: process}}", "machine"),
    ("component-without-interface", "components: {box: {kind: host, hosts: tool}, tool: {kind: process}, out: {kind: file, written-by: tool}, later: {kind: process, future: yes}, theirs: {kind: process, in-scope: no}, lost: {kind: file}}", "lost"),
    ("component-unlisted", "components: {a: {future: yes}, b: {name: Bee}, c: {kind: process}}", "b"),
    ("component-kind-unknown", "components: {a: {kind: unknown}, b: {technology: unknown}, c: {kind: process}, d: {in-scope: no}, e: {description: Something.}}", "d"),
    ("component-without-purpose", "components: {a: {kind: person}, b: {kind: file}, c: {kind: thing}, d: {kind: process, in-scope: no}}", "c"),
    ("component-without-technology", "components: {a: {kind: person}, b: {kind: hsm}, c: {kind: thing}, d: {kind: host}, e: {technology: unknown}}", "b c"),
    ("placement-unsaid", "components: {a: {kind: thing}, b: {kind: person}, c: {kind: process, placement: I-C}}", "a"),
    ("duplicate-name", "components: {a: {name: One, kind: process, read-by: c}, b: {name: one, kind: process, read-by: d}, c: {kind: process}, d: {kind: process}}", "a"),
    ("duplicate-name", "components: {a: {name: One, read-by: c}, b: {name: one, kind: file, read-by: d}, c: {kind: process}, d: {kind: process}}", "a"),
    ("duplicate-name", "components: {a: {name: One, kind: file, read-by: c}, b: {name: one, kind: file, read-by: c}, c: {kind: process}}", "a"),
    ("duplicate-name", "components: {a: {name: One, kind: file}, b: {name: one, kind: file, read-by: c}, c: {kind: process}}", "a"),
    ("duplicate-name", "components: {a: {name: One, kind: file, written-by: d}, b: {name: one, kind: file, read-by: c}, c: {kind: process}, d: {kind: process}}", ""),
    ("duplicate-name", "data-assets: {a: {name: One}, b: {name: ONE.}}\ntrust-domains: {c: {name: two}, d: {name: Two}}\ncomponents: {e: {name: One}}", "c a"),
    ("same-named-files", "components: {a: {name: One, kind: file, read-by: c}, b: {name: one, kind: file, read-by: d}, c: {kind: process}, d: {kind: process}}", "a"),
    ("similar-names", "components: {keystone: {kind: service}}\nexternal-dependencies: {keystone: {name: The Keystone Service}}", ""),
    ("similar-names", "data-assets: {a: {name: Key (a)}, b: {name: Key (b)}, c: {name: Key}}", "a b"),
    ("cluster-without-quantity", "components: {a: {kind: cluster, instances: many}, b: {kind: cluster, future: yes}, c: {kind: cluster}}", "c"),
    ("instances-not-understood", "components: {a: {instances: 3}, b: {instances: '>200'}, c: {instances: '>=2'}, d: {instances: 2-5}, e: {instances: 2+}, f: {instances: many}, g: {instances: unknown}, h: {instances: 3 per region}, i: {instances: 2 – 5}, j: {instances: at least 3}, k: {instances: one per host}, l: {instances: TBD}, m: {instances: '1,000'}}", ""),
    ("instances-not-understood", "components: {a: {instances: banana}, b: {instances: manyfold}, c: {instances: '-3'}, d: {instances: three3}}", "a b c d"),
    ("future-undescribed", "components: {a: {future: yes}, b: {future: no}}\ninterfaces: {1: {future: yes, name: Later}, 2: {future: yes}}\ntrust-domains: {x: {future: yes}}", "x a 2"),
    ("out-of-scope-without-reason", "components: {a: {in-scope: no, owner: Them}, b: {in-scope: no, service: Theirs}, c: {in-scope: no}, d: {kind: external-service, in-scope: no}, e: {in-scope: unknown}}\nexternal-dependencies: {note: {assumption: So.}}\ndata-assets: {note: {in-scope: no}}\nthreat-actors: {x: {in-scope: no}}", "c note x"),
    ("store-without-data", "components: {a: {kind: database}, b: {kind: database, future: yes}, c: {kind: process}}\ndata-assets: {note: {}}", "a"),
    # -- interfaces
    ("interface-without-number", "interfaces: {rest: {in-scope: no}, mail: {number: 7}, other: {}, 4: {}}", "other"),
    ("duplicate-number", "interfaces: {1: {}, a: {number: '01'}, b: {number: '1.'}, c: {number: 2}}", "a"),
    ("interface-without-ends", "interfaces: {1: {requestor: unknown, listener: unknown}, 2: {requestor: unknown}, 3: {}}", "2 3"),
    ("interface-to-itself", "interfaces: {1: {requestor: unknown, listener: unknown}, 2: {requestor: other, listener: other}, 3: {}}", ""),
    ("direction-doubtful", "components: {a: {kind: database}, b: {kind: database}, c: {kind: thing}, d: {kind: person}, e: {kind: queue}}\ninterfaces: {1: {requestor: a, listener: b}, 2: {requestor: a, listener: c}, 3: {requestor: c, listener: d}, 4: {requestor: d, listener: a}, 5: {requestor: a, listener: a}, 6: {requestor: e, listener: d}, 7: {requestor: a}}", "2 3 6"),
    ("interface-unexplained", "interfaces: {1: {description: It does something.}, 2: {name: Something}, 3: {future: yes}, 4: {}}", "4"),
    ("interface-without-protocol", "interfaces: {1: {protocol: unknown}, 2: {in-scope: no}, 3: {future: yes}, 4: {}}", "4"),
    ("interface-without-protocol", "components: {a: {in-scope: no}, b: {in-scope: no}, c: {kind: process}}\ninterfaces: {1: {requestor: a, listener: b}, 2: {requestor: a, listener: c}}", "2"),
    ("protocol-not-understood", "interfaces: {1: {protocol: unknown}, 2: {protocol: FS}, 3: {protocol: Unix socket}, 4: {protocol: TLS}, 5: {protocol: SQL}, 6: {protocol: REST}, 7: {protocol: 'PKCS#11'}, 8: {protocol: TLS Foo}}", "6 7"),
    ("cleartext-across-a-boundary", PARTS + "\ninterfaces: {1: {requestor: person, listener: web, protocol: FS}, 2: {requestor: web, listener: store, protocol: SQL}, 3: {requestor: person, listener: store, protocol: SQL}, 4: {requestor: person, listener: store, protocol: Foo}}", "3"),
    ("nothing-in-flight-said", "interfaces: {1: {response: nothing}, 2: {in-flight: unknown}, 3: {}}", "3"),
    ("one-direction-unsaid", "interfaces: {1: {request: note, in-flight: note}, 2: {request: note}, 3: {response: note}, 4: {}}\ndata-assets: {note: {}}", "2 3"),
    ("named-but-not-listed", "interfaces: {1: {request: unknown, response: nothing, network: unknown}, 2: {response-credentials: the key}, 3: {request-authorization: {any: [only friends]}}, 4: {in-scope: no, request: some words}}", "2 3"),
    ("tls-as-credential", "interfaces: {1: {request-credentials: TLS client certificate}, 2: {response-credentials: The TLS}, 3: {request-credentials: mutual TLS}, 4: {request-credentials: SSH key}}", "2"),
    ("authentication-unsaid", PARTS + "\ninterfaces: {1: {requestor: web, listener: store, protocol: FS}, 2: {requestor: web, listener: store, protocol: SSH}, 3: {requestor: web, listener: store, protocol: SQL, request-credentials: nothing, response-credentials: unknown}, 4: {requestor: web, listener: store}, 5: {requestor: web, listener: store, protocol: SQL}}\ncontrols: {5/authentication: in place}", "4"),
    ("authorization-unsaid", PARTS + "\ninterfaces: {1: {requestor: person, listener: web}, 2: {requestor: web, listener: store}, 3: {requestor: web, listener: unknown}, 4: {requestor: person, listener: store, protocol: FS}}\ncontrols: {gate: {kind: authorization, stands-on: 1}, store/authorization: in place}", ""),
    ("authorization-unsaid", PARTS + "\ninterfaces: {1: {requestor: person, listener: web}, 2: {requestor: web, listener: store}}\ncontrols: {gate: {kind: filter, stands-on: 1}}", "1 2"),
    ("no-entry-point", "components: {a: {kind: process, domain: x}, b: {kind: process, domain: x}}\ninterfaces: {1: {requestor: a, listener: b}}", ""),
    ("no-entry-point", PARTS + "\ninterfaces: {1: {requestor: web, listener: store}, 2: {requestor: web}}", ""),
    ("no-entry-point", PARTS + "\ninterfaces: {1: {requestor: web, listener: store, entry-point: yes}}", ""),
    ("administration-path-missing", "interfaces: {1: {name: Admin shell}}", "interfaces"),
    ("administration-path-missing", "interfaces: {1: {administration: yes, in-scope: no}}", ""),
    # -- data assets
    ("asset-not-placed", "data-assets: {a: {in-scope: no}, b: {persisted: unknown}, c: {persisted: nowhere}, d: {}}", "d"),
    ("asset-in-no-store", "components: {a: {kind: thing}, b: {kind: hsm}, c: {kind: host}, d: {kind: process}}\ndata-assets: {e: {persisted: a}, f: {persisted: [b, c]}, g: {persisted: [nowhere, d]}, h: {persisted: unknown}}", "g"),
    ("unextractable-in-flight", PARTS + "\ndata-assets: {key: {persisted: {in: store, extractable: no}}}\nuse-cases: {use: {steps: [{from: store, to: web, carries: key}]}}", "key"),
    ("unextractable-in-flight", PARTS + "\ndata-assets: {key: {persisted: [{in: store, extractable: no}, web]}}\nuse-cases: {use: {steps: [{from: person, to: web, carries: key}]}}", ""),
    ("unextractable-in-flight", "data-assets: {key: {persisted: {extractable: no}}}\ninterfaces: {1: {request: key}}", ""),
    ("asset-nowhere", "data-assets: {a: {persisted: nowhere, in-scope: no}, b: {persisted: nowhere}, c: {persisted: nowhere}, d: {}}\nuse-cases: {use: {steps: [{from: x, to: y, carries: c}]}}", "b"),
    ("asset-without-rating", "data-assets: {a: {in-scope: no}, b: {confidentiality: unknown, integrity: unknown, availability: unknown}, c: {}}", "c"),
    ("asset-without-impact", "data-assets: {a: {in-scope: no}, b: {confidentiality: none, integrity: public, availability: n/a}, c: {impact: {notes: [Little.]}}, d: {impact: {notes: [Little.], integrity: Bad.}}}", "d"),
    ("label-not-understood", "data-assets: {a: {integrity: tier two}, b: {integrity: hihg}, c: {integrity: High}}\ninterfaces: {1: {availability: meduim}}", "1 b"),
    ("input-format-unsaid", PARTS + "\ndata-assets: {a: {kind: Credential}, b: {transformations: [It is signed.]}, c: {}, d: {}, e: {}}\ninterfaces: {1: {requestor: person, listener: web, request: [a, b, c], in-flight: c, response: d}, 2: {requestor: web, listener: store, request: e}, 3: {requestor: person, listener: web, request: d, request-credentials: d}}", "c"),
    ("interface-requirement-unsaid", PARTS + "\ndata-assets: {note: {}}\ninterfaces: {1: {requestor: person, listener: web, protocol: HTTPS}, 2: {requestor: person, listener: web, protocol: HTTPS, request: note}, 3: {requestor: web, listener: store, protocol: TLS}, 4: {requestor: web, listener: store, protocol: SQL}, 5: {requestor: web, listener: store, protocol: FS}}", "1 4"),
    # -- controls, actors, cases
    ("control-unexplained", "interfaces: {1: {}}\ncontrols: {1/encryption: {}, gate: {description: It is closed.}, wall: {kind: filter, state: planned}, door: {state: absent, because: Too heavy., kind: filter}, fog: unknown}", "wall fog"),
    ("threat-actor-unsaid", "components: {me: {kind: person}}\ndata-assets: {key: {}}\nthreat-actors: {me: {}, a: {holds: key}, b: {description: Somebody.}, c: {in-scope: no}, d: {}}", "d"),
    ("abuse-case-unsaid", "components: {me: {kind: person}}\nthreat-actors: {x: {}}\nabuse-cases: {a: {targets: me}, b: {actors: x}, c: Words., d: {}}", "d"),
    # -- flows
    ("no-flow-diagram", "figures: [{file: a.png, section: Data flow diagram(s)}]", ""),
    ("no-flow-diagram", "figures: [{file: a.png, caption: How a note is stored (sequence).}]", ""),
    ("no-flow-diagram", "figures: [figures/store_a_note-dfd.png]", ""),
    ("no-flow-diagram", "figures: [{file: overview.png, section: Service architecture diagram}]", "use-cases"),
    ("no-flow-diagram", "use-cases: {store: {description: A note is stored.}}", "use-cases"),
    ("step-without-ends", "use-cases: {a: {steps: [{to: x}]}, b: {steps: [{from: x}]}, c: {steps: [{from: x, to: x}]}}", "a b"),
    ("step-off-its-interface", PARTS.replace("{person", "{box: {kind: host, hosts: web}, person") + "\ninterfaces: {1: {requestor: person, listener: web}, 2: {requestor: person, listener: box}, 3: {requestor: person}, 4: {listener: web}}\nuse-cases: {a: {steps: ['person->box: in [1]']}, b: {steps: ['web->person: out [2]']}, c: {steps: ['store->person: no [1]']}, d: {steps: ['person->store: no [1]']}, e: {steps: ['person->web: x [3]', 'person->web: x [4]', 'person->web: x [9]', {from: web, interface: 1}, {to: web, interface: 1}]}, f: {steps: ['web->store: no [1]']}}", "c d f"),
    ("step-without-interface", PARTS.replace("{person", "{conf: {kind: file, read-by: web}, out: {kind: file, written-by: web}, box: {kind: host, hosts: store}, person") + "\ninterfaces: {1: {requestor: person, listener: web}, 2: {requestor: person, listener: web}, 3: {requestor: web, listener: store}}\nuse-cases: {a: {steps: ['web->conf: read', 'out->web: x', 'box->store: x', 'web->store: x', 'store->web: x', 'web->web: x', {from: web}, {to: web}]}, b: {steps: ['person->web: x']}, c: {steps: ['person->store: x']}, d: {steps: ['person->store: x [1]']}}", "b c"),
    ("authentication-not-shown", PARTS + "\ninterfaces: {1: {requestor: person, listener: web, request-credentials: [nothing]}}\nuse-cases: {a: {steps: ['person->web: x [1]', 'person->store: y']}}", "use-cases"),
    ("authentication-not-shown", PARTS + "\ndata-assets: {key: {}}\ninterfaces: {1: {requestor: person, listener: web, response-credentials: key}}\nuse-cases: {a: {steps: ['person->web: x [1: key]']}}", ""),
    ("figure-missing", "figures: [{caption: A picture.}, figures/./overview.png, figures/other.png, figures/other.png]", "figure-1 figures/other.png"),
    # -- texts
    ("answered-unknown", "deployment: unknown\ncomponents: {a: {domain: unknown}}\ncontrols: {b: unknown}\nsummary-of-controls: {Audit: unknown}\nthreat-actors: {c: {capability: unknown}}", "a b c summary-of-controls"),
    ("placeholder-left", "contacts: {ptl: TODO}\nsummary-of-controls: {Audit: TBD}", "contacts summary-of-controls"),
    ("control-of-no-kind", PARTS + "\ninterfaces: {1: {requestor: person, listener: web}}\ncontrols: {1/encrypton: in place, 1/protocol: in place, 1/encryption: in place, 1/Access Control: in place, web/encryption: in place, own: in place}", "1/encrypton 1/protocol"),
    ("control-of-no-kind", PARTS + "\ninterfaces: {1: {requestor: person, listener: web}}\ncontrols: {1/own: {kind: authorization}, 1/other: {kind: unknown}, 1/authorization: {kind: somethingelse}, gate: {kind: fliter}}", "1/authorization gate"),
    ("control-of-no-kind", PARTS + "\ninterfaces: {1: {requestor: person, listener: web}}\ndata-assets: {note: {}}\ncontrols: {web/second-factor: in place, 1/training: in place, note/second-factor: in place, gate: {kind: second-factor, stands-on: [web, 1]}, door: {kind: second-factor, stands-on: web}, all: {kind: second-factor}}", "web/second-factor 1/training door"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "yaml", "elements"), CASES, ids=[f"{rule}: {yaml[:40]}" for rule, yaml, _ in CASES]
)
def test_a_rule_applies_where_its_page_says_and_nowhere_else(rule: str, yaml: str, elements: str) -> None:
    architecture = page(f"service: Notes\n{yaml}").architecture
    found = [
        gap.element.replace(" ", "-") for gap in gaps_of(architecture, folder_files=FILES) if gap.rule == rule
    ]
    assert sorted(found) == sorted(elements.split())


def test_a_slip_of_the_pen_in_a_control_gets_the_kind_that_was_meant_and_says_what_it_costs() -> None:
    text = "interfaces: {14: {}}\ncontrols: {14/encrypton: in place, 14/training: in place}"
    slip, elsewhere = (
        gap
        for gap in gaps_of(page(f"service: Notes\n{text}").architecture)
        if gap.rule == "control-of-no-kind"
    )

    assert slip.message == "`encrypton` of control `14/encrypton` is not a kind of control known here"
    assert slip.help == (
        "did you mean `encryption`?",
        "nothing follows from it unless a rule of your own asks for it",
    )
    assert (
        elsewhere.message == "the control `14/training` stands on an interface, where `training` never does"
    )
