"""Names that people see, and ids made from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Protocol

from bartizan.model.shapes import RESERVED


class Named(Protocol):
    """Anything with an id and perhaps a name."""

    @property
    def id(self) -> str:
        """The id it is known by in the file."""

    @property
    def name(self) -> str | None:
        """What people see."""


_WORDS = {
    "api": "API", "cli": "CLI", "hsm": "HSM", "sql": "SQL", "db": "DB", "ui": "UI", "tls": "TLS", "ssh": "SSH", "id": "ID",
    "ca": "CA", "csr": "CSR", "http": "HTTP", "https": "HTTPS", "dns": "DNS", "ldap": "LDAP", "vpn": "VPN", "kek": "KEK",
    "mkek": "MKEK", "hmac": "HMAC", "rbac": "RBAC", "acl": "ACL", "acls": "ACLs", "url": "URL", "kms": "KMS", "oidc": "OIDC",
    "saml": "SAML", "mtls": "mTLS", "gui": "GUI", "os": "OS", "vm": "VM", "ip": "IP", "jwt": "JWT", "pki": "PKI", "mq": "MQ",
    "pdf": "PDF", "xml": "XML", "json": "JSON", "yaml": "YAML", "rest": "REST", "ci": "CI", "pii": "PII", "s3": "S3",
    "dmz": "DMZ", "sso": "SSO", "smtp": "SMTP", "imap": "IMAP", "idp": "IdP", "iam": "IAM", "mfa": "MFA", "otp": "OTP",
    "totp": "TOTP", "ftp": "FTP", "sftp": "SFTP", "nfs": "NFS", "smb": "SMB", "ntp": "NTP", "dhcp": "DHCP", "tcp": "TCP",
    "udp": "UDP", "lan": "LAN", "vlan": "VLAN", "wan": "WAN", "nat": "NAT", "waf": "WAF", "cdn": "CDN", "csv": "CSV",
    "html": "HTML", "crl": "CRL", "ocsp": "OCSP", "amqp": "AMQP", "rpc": "RPC", "grpc": "gRPC", "iot": "IoT",
    "vms": "VMs", "apis": "APIs", "cpu": "CPU", "gpu": "GPU", "tpm": "TPM", "bmc": "BMC", "siem": "SIEM",
    "erp": "ERP", "crm": "CRM", "cms": "CMS", "sdk": "SDK", "usb": "USB", "plc": "PLC", "dek": "DEK", "aes": "AES", "rsa": "RSA",
}  # fmt: skip


def display_name(element: Named) -> str:
    """Return what people see of an element: its name, else its id made readable."""
    return element.name or readable(element.id)


def readable(id_: str) -> str:
    """Return an id as words, the first with a capital: `api-process` becomes `API process`. The name of a file stays as it is."""
    last = id_.rsplit("/", maxsplit=1)[-1]
    if "." in last:
        return last
    parts = last.split("-")
    words = [
        word if before == "at" and word == "rest" else _WORDS.get(word, word)
        for before, word in zip(["", *parts], parts, strict=False)
    ]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def fold(text: str) -> str:
    """Return what is left of a name when case, white space and punctuation between words do not matter."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def make_id(text: str, taken: Container[str]) -> str:
    """Return an id for `text` that is not in `taken`: ASCII letters and digits joined by hyphens, never empty."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:60].strip("-") or "unnamed"
    if stem in RESERVED:
        stem = f"the-{stem}"
    id_, count = stem, 1
    while id_ in taken:
        count += 1
        id_ = f"{stem}-{count}"
    return id_
