"""What each annotation of a microSecEnD diagram says, in the words of an architecture page; what is not here says nothing to us."""

from __future__ import annotations

COMPONENT_KINDS = {
    "user_stereotype": "person",
    "database": "database",
    "external_database": "database",
    "in_memory_data_store": "cache",
    "message_broker": "queue",
    "service_discovery": "registry",
    "authorization_server": "identity-service",
    "authentication_server": "identity-service",
    "secret_manager": "key-store",
    "gateway": "gateway",
    "web_server": "web-server",
    "web_application": "web-server",
    "logging_server": "monitoring",
    "monitoring_server": "monitoring",
    "monitoring_dashboard": "monitoring",
    "tracing_server": "monitoring",
    "metrics_server": "monitoring",
    "administration_server": "service",
    "configuration_server": "service",
    "external_website": "external-service",
    "github_repository": "external-service",
    "internal": "service",
    "infrastructural": "service",
}
"""The kind of a component by its stereotypes, the telling ones first."""

ONLY_ANSWERS = (
    "database", "external_database", "in_memory_data_store", "message_broker", "configuration_server", "secret_manager",
    "service_discovery", "logging_server", "tracing_server", "metrics_server", "github_repository", "external_website",
)  # fmt: skip
"""Nodes that others connect to. An arrow says where information goes, not who connects: from a configuration server to a
service it is the service that asks."""

AUTHENTICATES = (
    "authentication",
    "authentication_scope_all_requests",
    "authentication_scopes_all",
    "in_memory_authentication",
)
"""Stereotypes of a service that asks all who connect who they are."""
AUTHORIZES = ("authorization",)
"""Stereotypes of a service that asks of all who connect whether they may."""
CHECKS_REGISTRATIONS = "validate_registration"
"""A registry that makes sure that only legitimate services register and ask: it knows them, and what they may."""

VOUCHES = ("authorization_server", "authentication_server")
"""A service whose word others take for who somebody is and what they may."""

AUTHENTICATED_FLOW = ("authenticated", "authenticated_request")
AUTHORIZED_FLOW = ("authorized",)
ENCRYPTED_FLOW = ("encrypted_connection",)

GOES_ON_WITHOUT = ("circuit_breaker", "circuit_breaker_link")
"""With a circuit breaker a service goes on when the one it asks does not answer."""

PROTOCOLS = {"restful_http": "RESTful HTTP", "jdbc": "JDBC"}
"""The protocol of a flow. `restful_http` is drawn on flows over HTTPS too, so by itself it leaves encryption open."""

LOADS = {
    "logging_server": "log",
    "authorization_server": "identity-data",
    "authentication_server": "identity-data",
    "service_discovery": "endpoint-address",
    "configuration_server": "configuration",
    "github_repository": "configuration",
    "tracing_server": "telemetry",
    "metrics_server": "telemetry",
    "monitoring_server": "telemetry",
    "monitoring_dashboard": "telemetry",
    "administration_server": "telemetry",
    "secret_manager": "secret",
    "message_broker": "message",
}
"""What sort of data flows to or from a node that exists for one sort only: the first that either end is. All else is left
unsaid, as it is on the diagram."""

SAYS_NOTHING_TO_US = frozenset({
    "internal", "infrastructural", "exitpoint", "local_logging", "log_sanitization", "load_balancer", "load_balanced_link",
    "feign_connection", "resource_server", "csrf_disabled", "encryption", "tokenstore", "token_server", "token_validation",
    "transform_identity_representation", "login_attempts_regulation", "pre_authorized_endpoints", "message_producer_kafka",
    "message_consumer_kafka",
})  # fmt: skip
"""Annotations that are read and lead to no field: either a page has none, or no rule of ours asks, or it is not plain
enough what is meant (`encryption` on a service: of what, and with which key?)."""
