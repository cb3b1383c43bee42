"""The second gateway, which the vendor's command line tool speaks to: other calls and a WebSocket, over the
same sessions, agent, credits and renderer. A project is what the first API calls a task.
"""
