package org.polylogue.samples.command;

import org.polylogue.model.Quotation;

/** Reads grades of quotations. */
final class GradeConverter extends EnumConverter<Quotation.Grade> {

  GradeConverter() {
    super(Quotation.Grade.values());
  }
}
