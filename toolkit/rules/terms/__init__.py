"""Terms, titles, products, laws and events as the desk renders them."""
