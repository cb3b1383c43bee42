"""Whose session it is: account, workspace, journal."""
