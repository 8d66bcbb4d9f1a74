"""The pages of the Ads Manager window, one module each."""
