"""What a reader finds where. One page type = one file here, one template in `theme/pages/`."""
