"""Reconcile a draft with a recipe."""
