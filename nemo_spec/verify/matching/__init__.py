"""Which segment of a draft is which expected one."""
