"""What a page says, as the facts that rules of threats are about; each fact knows where it was written."""
