"""Recipe → EditPlan: names resolved, files read, every statement bound to its class."""
