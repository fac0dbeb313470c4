"""PHP clients of services that speak HTTP and JSON and no protocol above them."""
