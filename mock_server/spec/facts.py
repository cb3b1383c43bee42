"""What is known about the service, fact by fact, and what the mock does about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SKILL = "skill document"
V44 = "skill 4.4"
OLD = "skill 0.x and 1.9"
ADK = "recorded from the framework"
NONE = "no source"


@dataclass(frozen=True)
class Fact:
    """`source` NONE makes it an assumption of the mock. `endpoint` is a call's name or ``."""

    id: str
    endpoint: str
    text: str
    how: str
    source: str = SKILL

    @property
    def status(self) -> Literal["documented", "assumed"]:
        return "assumed" if self.source == NONE else "documented"


FACTS = (
    Fact(
        "envelope",
        "",
        "Auth, session, upload, credits and state answer code/message/data; "
        "a code other than 0 is an error whatever the HTTP status",
        "as documented",
    ),
    Fact(
        "http-status",
        "",
        "HTTP status beside an error code",
        "1001 401, 1002 404, 2001 200, 4001 415, 4002 413; 400, 402 and 429 are their own",
        NONE,
    ),
    Fact(
        "codes-beyond",
        "",
        "Errors no document names",
        "403 missing scope, or a Host or web page from elsewhere, 404 not found, 408 body stopped "
        "coming, 409 conflict, 413 JSON body too large, 422 malformed, 501 unknown",
        NONE,
    ),
    Fact(
        "loud",
        "",
        "Endpoints and body fields that are not documented",
        "501 naming the endpoint or the field",
        NONE,
    ),
    Fact(
        "bearer",
        "",
        "Every request carries Authorization: Bearer; missing, unknown or expired is 1001",
        "as documented",
    ),
    Fact(
        "attribution",
        "render",
        "Without X-Skill-Source, -Version and -Platform an export fails with 402",
        "as documented; checked when a render starts, the values are not compared",
    ),
    Fact(
        "scopes",
        "",
        "Token scopes read, write, upload, render, *; anonymous tokens hold read, write, upload",
        "as documented",
        V44,
    ),
    Fact("scope-missing", "", "What a missing scope answers", "403; for an export 402", NONE),
    Fact(
        "anonymous-export",
        "render",
        "Anonymous tokens may export although they lack the scope render",
        "yes, since the skill exports with them; other tokens need render or *",
        NONE,
    ),
    Fact(
        "tier",
        "render",
        "402 also means that the plan has no export",
        "fault `error` with code 402, or a token without render",
    ),
    Fact(
        "anonymous-token",
        "anonymous_token",
        "POST with X-Client-Id and no body gives token "
        "nmv_usr_…, user_id anon_…, credits 100, expires_at in 7 days",
        "as documented",
    ),
    Fact("client-id-missing", "anonymous_token", "Without X-Client-Id: 400", "as documented"),
    Fact(
        "client-id-form",
        "anonymous_token",
        "A client id that is not the documented stable string of up to 64 characters",
        "400 beyond 64 or with anything but visible ASCII; a UUID, suggested, is not demanded",
        NONE,
    ),
    Fact(
        "one-token",
        "anonymous_token",
        "One token per client in 7 days, then 429",
        "while the client holds one that lives",
        V44,
    ),
    Fact(
        "ten-tokens",
        "anonymous_token",
        "About ten tokens per address in 7 days, then 429",
        "exactly ten; --token-limit",
        V44,
    ),
    Fact(
        "fresh-token",
        "anonymous_token",
        "The same client gets a fresh token after expiry",
        "the same user, sessions and id, with fresh credits (assumed)",
        V44,
    ),
    Fact("retry-after", "", "429 asks for a pause of 30 s", "sends Retry-After: 30 (assumed)"),
    Fact(
        "claim",
        "claim_token",
        "task_id and session_id give clm_…, expires_in 604800",
        "as documented",
        V44,
    ),
    Fact("claim-no-api", "claim_token", "A claim token opens the page, not the API", "1001", V44),
    Fact(
        "claim-page",
        "claim_page",
        "$WEB/workspace/claim?ct=…",
        "timeline, conversation and video; 404 for an unknown or expired token (assumed)",
        V44,
    ),
    Fact(
        "session",
        "create_session",
        "task_name and language give task_id task_…, session_id, user_id",
        "as documented",
    ),
    Fact(
        "session-id",
        "create_session",
        "Session ids are decimal strings beyond 2^53",
        "between 2^62 and 2^63",
        V44,
    ),
    Fact(
        "session-start", "state", "The draft of a new session", "a title in m, d 0, no tracks", NONE
    ),
    Fact(
        "session-missing",
        "",
        "An unknown session is 1002",
        "as documented; somebody else's session counts as unknown (assumed)",
    ),
    Fact(
        "session-missing-sse",
        "run_sse",
        "An unknown session is 404 with detail",
        "in the ADK dialects; 1002 in the others",
        ADK,
    ),
    Fact(
        "upload",
        "upload",
        "Multipart field files, repeatable, or JSON urls and source_type; "
        "answers filename, file_type, cdn_url, duration in seconds, width, height, fps, hash",
        "as documented; hash is SHA-256, file_type is video, audio or image (assumed)",
        V44,
    ),
    Fact(
        "upload-types",
        "upload",
        "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac, otherwise 4001",
        "as documented; jpeg counts as jpg (assumed)",
    ),
    Fact("upload-content", "upload", "A file that is not what its extension says", "4001", NONE),
    Fact(
        "upload-size",
        "upload",
        "At most 500 MB a file, otherwise 4002",
        "500 MiB; the rest of the body is read and thrown away (assumed)",
    ),
    Fact(
        "upload-urls",
        "upload",
        "URLs are fetched by the service",
        "loopback addresses only, without redirects; others are 422 (assumed)",
        V44,
    ),
    Fact("upload-names", "upload", "File names with paths", "the last part is kept", NONE),
    Fact(
        "upload-twice",
        "upload",
        "The same name twice in a session",
        "equal bytes stay one file, others become `name (2).mp4`",
        NONE,
    ),
    Fact("upload-all", "upload", "Several files of which one is refused", "none is kept", NONE),
    Fact("upload-timeline", "upload", "What an upload does to the draft", "nothing", NONE),
    Fact(
        "state",
        "state",
        "session_id, task_id, task_name and state with video_infos, draft, "
        "canvas_config, generated_media, video_analyses",
        "as documented; what the last three hold is assumed",
        V44,
    ),
    Fact(
        "draft-keys", "state", "t, tt (0 video, 1 audio, 7 text), sg, d in ms, m", "as documented"
    ),
    Fact(
        "draft-segments",
        "state",
        "How a segment carries time, text, level and style",
        "see draft.md",
        NONE,
    ),
    Fact("draft-bytes", "state", "Reading twice gives the same bytes", "yes", NONE),
    Fact(
        "credits",
        "credits",
        "available, frozen, total; total = available + frozen",
        "as documented",
        V44,
    ),
    Fact(
        "price-session",
        "credits",
        "Editing costs about 50 credits a session",
        "50 with the first edit of a session; an instruction that changes nothing is free "
        "(assumed)",
        V44,
    ),
    Fact("price-clip", "credits", "Generation costs about 100 a clip", "100 each", V44),
    Fact("price-export", "credits", "Exports are free", "as documented", V44),
    Fact(
        "frozen",
        "credits",
        "Frozen is held by running work",
        "the price of a plain edit, from the instruction until the edit is made or its stream ends",
        V44,
    ),
    Fact(
        "out-of-credits",
        "run_sse",
        "2001 when out of credits",
        "before the stream when a plain "
        "edit is too dear, as an event inside it when a generated clip is (assumed)",
    ),
    Fact(
        "run",
        "run_sse",
        "snake_case body, Accept: text/event-stream; the closing connection is the end",
        "as documented; an unknown field, camelCase included, is 501",
    ),
    Fact("run-body", "run_sse", "A bad body is 422 with detail", "as documented", ADK),
    Fact(
        "sse-flat",
        "run_sse",
        "Typed events: text, tool_call, tool_result, heartbeat",
        "--dialect flat",
        V44,
    ),
    Fact(
        "sse-text",
        "run_sse",
        'Events of the form {"text":"…"}',
        "--dialect text",
        "third-party clients",
    ),
    Fact(
        "sse-adk",
        "run_sse",
        "Events with content.parts, functionCall, functionResponse",
        "--dialect adk, the default",
        ADK,
    ),
    Fact(
        "sse-partial",
        "run_sse",
        "Partial deltas, then one event with the whole text",
        '--dialect adk-stream, or "streaming":true',
        ADK,
    ),
    Fact("sse-thought", "run_sse", "Parts with thought:true", "in 30 % of the edits", ADK),
    Fact(
        "sse-keepalive",
        "run_sse",
        "heartbeat or an empty data: keep the stream alive, comment lines occur",
        "one at the start of each stream, every 5 s of waiting",
    ),
    Fact(
        "sse-silent",
        "run_sse",
        "About 30 % of edits close without any text",
        "30 %, from the seed; --silent",
    ),
    Fact(
        "sse-silent-form",
        "run_sse",
        "MODEL_RETURNED_NO_CONTENT, empty parts, no content, or the end right after the tool",
        "one of the four, from the seed",
        ADK,
    ),
    Fact(
        "sse-error",
        "run_sse",
        "Errors come inside a 200 as errorCode events and an error line, before 1.26 unescaped",
        "fault `stream_error`",
        ADK,
    ),
    Fact(
        "sse-role",
        "run_sse",
        "Versions up to 1.14 drop text without a role",
        "fault `needs_role`",
        ADK,
    ),
    Fact(
        "sse-disconnect",
        "run_sse",
        "A client that leaves aborts the run, possibly after the tool was executed",
        "the draft changes between call and result, all at once",
        ADK,
    ),
    Fact(
        "sse-issue",
        "run_sse",
        '"I encountered a temporary issue" after good events is noise',
        "fault `temporary_issue`",
        V44,
    ),
    Fact(
        "sse-twice",
        "run_sse",
        "An instruction sent twice is done and charged twice",
        "the second waits for the first, then runs",
        V44,
    ),
    Fact(
        "second-stage",
        "run_sse",
        "The backend may add tracks nobody asked for",
        "fault `second_stage`",
        V44,
    ),
    Fact(
        "lands-late",
        "run_sse",
        "After a dropped stream the edit may land later",
        "fault `lands_late`",
        V44,
    ),
    Fact(
        "latency",
        "",
        "A text answer 5–15 s, an edit 10–30 s, a clip 100–300 s, a render 30–90 s",
        "times --speed, which is 0 unless asked",
        V44,
    ),
    Fact(
        "render",
        "render",
        "id, sessionId, draft, output with format, quality, resolution, fps, codec, crf",
        "as documented; crf picks the nearest quality (assumed)",
        V44,
    ),
    Fact(
        "render-v44",
        "render",
        "success/data envelope, data.outputUrl",
        "--render-dialect v4.4, the default",
        V44,
    ),
    Fact(
        "render-bare",
        "render",
        "Bare status, progress, output.url, .duration, .size",
        "--render-dialect v1.9 or v0; duration in seconds (assumed)",
        OLD,
    ),
    Fact(
        "render-duplicate",
        "render",
        "A duplicate id is an error",
        "409 (assumed status); ids are unique in the whole mock",
        V44,
    ),
    Fact("render-one", "render", "One render at a time per session", "409 (assumed status)", V44),
    Fact(
        "render-states",
        "render_status",
        "pending, processing, completed or failed",
        "as documented",
        V44,
    ),
    Fact(
        "render-size",
        "render",
        "H.264, up to 1080x1920",
        "larger is 422 (assumed); 1080p is the "
        "largest frame of the canvas's shape inside 1920x1080 or its turn (assumed)",
    ),
    Fact(
        "render-draft",
        "render",
        "The draft goes back unchanged",
        "what is sent is rendered; the log says whether it was unchanged",
        V44,
    ),
    Fact(
        "render-restart",
        "render",
        "A render that outlives its server",
        "begins again when the mock starts",
        NONE,
    ),
    Fact(
        "cancel",
        "render_cancel",
        "Cancels a pending job",
        "a processing one too; status cancelled (assumed); 409 once it has ended (assumed)",
        V44,
    ),
    Fact(
        "download",
        "download",
        "The file itself",
        "with ranges; 409 before it is completed (assumed)",
        V44,
    ),
    Fact(
        "output-url",
        "file",
        "A URL to download from",
        "needs no token; Range, If-Range, ETag (assumed)",
    ),
)
