"""A package with a generated client beside it."""

from acme_shop.generated.models.article import Article

__all__ = ["Article"]
