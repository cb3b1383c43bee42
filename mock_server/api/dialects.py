"""The published forms of event streams and of render answers, by name."""

SSE_DIALECTS = {
    "adk": "Agent Development Kit events, as recorded",
    "adk-stream": "the same with partial deltas before each whole text",
    "flat": 'typed events of v4.4: {"type":"text","content":…}',
    "text": 'the bare {"text":…} form seen in third-party clients',
}
RENDER_DIALECTS = {
    "v4.4": '{"success":true,"data":{…}} envelope, data.outputUrl',
    "v1.9": 'bare object, output:{"url","duration","size"}',
    "v0": "as v1.9, with taskId in place of id",
}
