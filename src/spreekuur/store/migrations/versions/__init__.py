"""One revision for each released schema; revision `000N` makes version N."""
