package com.microsoft.graph.runtime;

/** A model that a caller or a reader put where `declared` is expected. */
final class HeldModel {
  final Model model;
  final ModelType<?> declared;

  HeldModel(Model model, ModelType<?> declared) {
    this.model = model;
    this.declared = declared;
  }
}
