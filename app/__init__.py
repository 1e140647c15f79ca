"""The service: a request becomes a trace, a trace a stream, a page or a document. It computes no model arithmetic."""
