"""Timeline × Timeline → Findings: did the edit happen, and did nothing else.

What a draft must look like is the edit's own effect on the draft before it; nothing is stated twice.
"""
