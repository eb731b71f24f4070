package org.polylogue.samples.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.polylogue.model.Quotation;
import org.polylogue.results.summary.DocumentKind;
import picocli.CommandLine;

/** Which quotations a subcommand counts. */
public final class QuotationOptions {

  @CommandLine.Option(
      names = "--in",
      paramLabel = "DOCUMENTS",
      description = "${COMPLETION-CANDIDATES}; ARTICLES by default.")
  private DocumentKind in = DocumentKind.ARTICLES;

  @CommandLine.Option(
      names = "--grades",
      paramLabel = "GRADE",
      split = ",",
      converter = GradeConverter.class,
      description = "Which quotations count: said (default), thought, attitude.")
  private List<Quotation.Grade> grades = List.of(Quotation.Grade.SAID);

  /** Quotations of speech in articles, unless picocli fills in others. */
  public QuotationOptions() {}

  DocumentKind in() {
    return in;
  }

  Set<Quotation.Grade> grades() {
    return EnumSet.copyOf(grades);
  }
}
