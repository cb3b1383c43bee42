"""What a program calls: check, plan, apply and verify, as `import nemo_spec` offers them."""
