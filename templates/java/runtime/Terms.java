package edmundruntime.runtime;

/** On what a request is made: where it may go. */
final class Terms {
  final ServiceRoot root;

  Terms(ServiceRoot root) {
    this.root = root;
  }
}
