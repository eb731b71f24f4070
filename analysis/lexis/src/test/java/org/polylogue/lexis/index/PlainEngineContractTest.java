package org.polylogue.lexis.index;

import org.polylogue.contract.LanguageEngineContract;
import org.polylogue.language.LanguageEngine;

class PlainEngineContractTest extends LanguageEngineContract {

  private static final PlainEngine ENGINE = new PlainEngine();

  @Override
  protected LanguageEngine engine() {
    return ENGINE;
  }
}
