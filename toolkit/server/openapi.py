"""The service described in OpenAPI 3.1 (OpenAPI Specification 3.1.1, 24 October 2024)."""

from __future__ import annotations

import json
from importlib import resources
from importlib.metadata import version
from typing import Any

from toolkit.server.fields import FORMATS

Json = dict[str, Any]
_WHAT = {
    "check": "Check English copy, with its Chinese if there is any.",
    "fix": "Apply the fixes that a professional would accept unread; with `unsafe` also those to be read afterwards.",
    "gate": "Say whether the article may be published, and if not, why.",
}
_REFUSALS = {
    "400": "The body is no JSON.",
    "401": "The token is missing or wrong.",
    "408": "The body took too long to come.",
    "413": "The body is too large.",
    "415": "The body is not sent as JSON.",
    "422": "A field is missing, strange or wrong.",
    "500": "A failure of ours.",
    "501": "This version cannot do that.",
    "503": "All processes were busy for too long.",
    "504": "The article took too long.",
}


def document(size: int) -> Json:
    """The description; `size` is the most bytes that a body may have."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "copydesk", "version": version("copydesk"), "license": {"name": "Apache-2.0"}},
        "paths": {
            **{f"/{verb}": {"post": _operation(verb, what, size)} for verb, what in _WHAT.items()},
            "/health": {"get": _reading("health", "Whether the service runs.", _object(status={"const": "ok"}))},
            "/openapi.json": {"get": _reading("openapi", "This description.", {"type": "object"})},
        },
        "components": {"schemas": _schemas(), "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _operation(verb: str, what: str, size: int) -> Json:
    article = _ref("ArticleToFix" if verb == "fix" else "Article")
    return {
        "operationId": verb,
        "summary": what,
        "security": [{"token": []}],
        "requestBody": {"required": True, "description": f"At most {size:,} bytes.", "content": _json(article)},
        "responses": {
            "200": {"description": "The answer.", "content": _json(_ref(verb.capitalize()))},
            **{status: {"description": why, "content": _json(_ref("Refusal"))} for status, why in _REFUSALS.items()},
        },
    }


def _reading(name: str, what: str, schema: Json) -> Json:
    answer = {"200": {"description": what, "content": _json(schema)}}
    return {"operationId": name, "summary": what, "security": [], "responses": answer}


def _schemas() -> Json:
    findings = {"type": "array", "items": _ref("Finding")}
    common: Json = {"schema_version": {"const": 1}, "findings": findings, "not_run": _strings()}
    gate = _shipped("gate", "Gate")
    gate["properties"]["findings"]["items"] = _ref("Finding")
    return {
        "Article": _article(),
        "ArticleToFix": _article(unsafe={"type": "boolean", "default": False}),
        "Finding": _shipped("finding", "Finding"),
        "Check": _object(**common),
        "Fix": _object(text={"type": "string"}, applied={"type": "integer", "minimum": 0}, **common),
        "Gate": gate,
        "Refusal": _object(error={"type": "string", "minLength": 1}),
    }


def _article(**more: Json) -> Json:
    fields: Json = {
        "target": {"type": "string", "minLength": 1, "description": "The English copy; not only white space."},
        "source": {"type": ["string", "null"], "description": "The Chinese that it was translated from."},
        "format": {"enum": [*FORMATS], "default": "text"},
        "date": {"type": ["string", "null"], "format": "date", "description": "The article's date."},
    }
    return {**_object(**fields, **more), "required": ["target"]}


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _shipped(name: str, component: str) -> Json:
    """A schema of the package as a component: what it refers to in itself, it refers to in there."""
    text = (resources.files("toolkit.reports") / f"{name}.schema.json").read_text("utf-8")
    schema: Json = json.loads(text.replace('"#/$defs/', f'"#/components/schemas/{component}/$defs/'))
    del schema["$schema"]
    return schema


def _strings() -> Json:
    return {"type": "array", "items": {"type": "string"}}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: Json) -> Json:
    return {"application/json": {"schema": schema}}
