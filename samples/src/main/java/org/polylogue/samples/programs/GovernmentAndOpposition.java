package org.polylogue.samples.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.keyness.Keyness;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.results.index.CorpusIndex;

/** Which words mark quotations by government actors against those by opposition actors? */
final class GovernmentAndOpposition {

  /** Prints words. Arguments: results of analyze, and two slices such as side=government. */
  public static void main(String[] args) throws IOException {
    var index = CorpusIndex.read(List.of(Path.of(args[0]))).index();
    var government = Subcorpus.of(index, Slice.parse("voice=source," + args[1]));
    var opposition = Subcorpus.of(index, Slice.parse("voice=source," + args[2]));
    var words = TokenAttribute.WORD;
    for (var key :
        Keyness.standard()
            .compare(government.frequencies(words, true), opposition.frequencies(words, true))) {
      System.out.println(key.word() + "\t" + key.table().logRatio() + "\t" + key.corrected());
    }
  }
}
