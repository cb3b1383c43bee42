"""The claim page's style sheet."""

CSS = """
:root { color-scheme: dark; --bg: #12141a; --panel: #1b1f28; --line: #2b313d; --ink: #e8ebf1;
  --soft: #97a1b3; --accent: #7cc4ff; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
main { max-width: 1240px; margin: 0 auto; padding: 28px 24px 48px; }
header { display: flex; align-items: baseline; gap: 16px; margin-bottom: 20px; flex-wrap: wrap; }
h1 { font-size: 22px; margin: 0; font-weight: 650; overflow-wrap: anywhere; }
h2 { font-size: 12px; letter-spacing: .09em; text-transform: uppercase; color: var(--soft);
  margin: 0 0 12px; font-weight: 600; }
.tag { color: var(--soft); font-size: 13px; }
.tag b { color: var(--ink); font-weight: 600; }
.brand { margin-left: auto; color: var(--soft); font-size: 13px; }
.top { display: grid; grid-template-columns: minmax(0, 3fr) minmax(280px, 2fr); gap: 20px; }
@media (max-width: 820px) { .top { grid-template-columns: 1fr; } }
section { background: var(--panel); border: 1px solid var(--line); border-radius: 14px;
  padding: 18px 20px; min-width: 0; }
.wide { margin-top: 20px; }
video { display: block; width: 100%; max-height: 460px; background: #000; border-radius: 8px; }
.empty { display: grid; place-items: center; aspect-ratio: 16/9; border: 1px dashed var(--line);
  border-radius: 8px; color: var(--soft); text-align: center; padding: 0 24px; }
.bar { height: 6px; background: var(--line); border-radius: 3px; margin-top: 12px; width: 220px; }
.bar i { display: block; height: 100%; background: var(--accent); border-radius: 3px; }
.talk { display: flex; flex-direction: column-reverse; gap: 10px; max-height: 420px;
  overflow: auto; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.talk p { margin: 0; padding: 9px 13px; border-radius: 14px; max-width: 88%;
  overflow-wrap: anywhere; white-space: pre-wrap; }
.talk .user { align-self: flex-end; background: #2c5c8a; border-bottom-right-radius: 4px; }
.talk .agent { align-self: flex-start; background: #282e3a; border-bottom-left-radius: 4px; }
.talk .quiet { color: var(--soft); font-style: italic; }
.tracks { display: grid; grid-template-columns: 104px 1fr; row-gap: 6px; column-gap: 14px; }
.name { color: var(--soft); font-size: 13px; align-self: center; text-align: right;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.lane { position: relative; height: 38px; border-radius: 7px; background: #151922; }
.lane.main { height: 54px; }
.sg { position: absolute; top: 0; bottom: 0; border-radius: 6px; padding: 0 8px; font-size: 12px;
  display: flex; flex-direction: column; justify-content: center; overflow: hidden;
  white-space: nowrap; border: 1px solid #0005; box-shadow: inset 0 1px #fff2; min-width: 2px; }
.sg.thin { padding: 0; }
.sg span { overflow: hidden; text-overflow: ellipsis; line-height: 1.25; }
.sg .small { opacity: .72; font-size: 11px; }
.clip { background: #2f6d8f; } .overlay { background: #4b6a9c; } .generated { background: #7a5230; }
.music { background: #2f7a56; } .voiceover { background: #7b6a22; } .sound { background: #5d7a2c; }
.title { background: #8a4a86; } .lower-third { background: #74509c; }
.caption { background: #5d4f9e; }
.other { background: #555d6b; }
.ruler { position: relative; height: 20px; color: var(--soft); font-size: 11px; }
.ruler i { position: absolute; bottom: 0; height: 6px; border-left: 1px solid var(--soft); }
.ruler span { position: absolute; top: 0; transform: translateX(-50%); }
.ruler span:first-of-type { transform: none; }
.ruler span.last { transform: translateX(-100%); }
.summary { margin: 16px 0 0; color: var(--soft); font: 13px/1.5 ui-monospace, monospace;
  overflow-wrap: anywhere; }
.sorry { max-width: 520px; margin: 18vh auto 0; text-align: center; }
"""
