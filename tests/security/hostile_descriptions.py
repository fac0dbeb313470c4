"""An OpenAPI description with one text wherever a description has texts of its own."""

from __future__ import annotations

from typing import Any

__all__ = ["hostile_document"]


def hostile_document(text: str) -> dict[str, Any]:
    """A description with the same text in every place that anything is made of."""
    said = {"description": text, "summary": text, "deprecated": True, "tags": [text]}
    schema = {"$ref": "#/components/schemas/T"}
    parameters = [
        {
            "name": text,
            "in": place,
            "description": text,
            "schema": {"type": "string", "default": text},
        }
        for place in ("query", "cookie")
    ]
    answer = {"description": text, "content": {"application/json": {"schema": schema}}}
    form = {"schema": {"type": "object", "properties": {text: {"type": "string"}}}}
    call = {
        **said,
        "operationId": text,
        "parameters": parameters,
        "requestBody": {"description": text, "content": {"multipart/form-data": form}},
        "responses": {"200": answer, "default": answer},
        "security": [{"s": [text]}],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text},
        "tags": [{"name": text, "description": text}],
        "paths": {
            "/a/{key}": {"post": call, **{k: v for k, v in said.items() if k == "description"}}
        },
        "components": {
            "securitySchemes": {
                "s": {"type": "apiKey", "in": "header", "name": "X-Key", "description": text}
            },
            "schemas": {
                "T": {
                    "type": "object",
                    "description": text,
                    "required": [text],
                    "properties": {
                        text: {
                            "type": "string",
                            "description": text,
                            "pattern": text,
                            "default": text,
                        },
                        "e": {"enum": [text, 1.5, None, True], "description": text},
                        "c": {"const": text},
                        "m": {"type": "object", "additionalProperties": {"enum": [text]}},
                    },
                    "discriminator": {
                        "propertyName": text,
                        "mapping": {text: "#/components/schemas/D"},
                    },
                },
                "D": {"allOf": [schema, {"type": "object", "description": text}]},
                "U": {"oneOf": [{"type": "string", "const": text}, schema], "description": text},
            },
        },
    }
