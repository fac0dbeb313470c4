package edmundruntime.runtime;

/** On what a request is made: where it may go, and who may make it. */
final class Terms {
  final ServiceRoot root;
  final Security security;

  Terms(ServiceRoot root, Security security) {
    this.root = root;
    this.security = security;
  }
}
