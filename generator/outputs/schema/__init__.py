"""The JSON Schema that editors' tools read."""
