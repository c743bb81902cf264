"""Rules: trees of limbs over no < open < yes, and the one function that walks them."""
