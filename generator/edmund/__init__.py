"""Edmund: from OData CSDL to typed clients, validators and schema reviews."""
