package org.polylogue.discourse.quotation.internal;

/** What decides who is named as the source, given cue and content. */
public final class SourceFeatures {

  private SourceFeatures() {}

  public static boolean candidate(ParsedText t, int i) {
    String tag = t.tag[i];
    if (tag.startsWith("PRP") || tag.equals("WP") || tag.equals("DT") || tag.equals("WDT")) {
      return !tag.equals("DT") || t.rel[i].startsWith("nsubj") || t.rel[i].startsWith("obl");
    }
    if (tag.startsWith("NN") || tag.equals("CD") || tag.equals("JJ") || tag.equals("JJS")) {
      String r = t.rel[i];
      return tag.startsWith("NN")
          ? !r.equals("compound") && !r.equals("flat")
          : r.startsWith("nsubj") || r.startsWith("obl") || r.equals("nmod");
    }
    return false;
  }

  public static void none(ParsedText t, int cue, FeatureBuffer f) {
    f.clear();
    f.add(3000);
    f.add(3001, t.lemmaHash[cue]);
    f.add(3002, t.tagHash[cue]);
    f.add(3003, t.relHash[cue]);
    int subj = t.subject(cue);
    f.add(3004, subj < 0 ? 0 : 1, t.tag[cue].charAt(0));
    f.add(3005, subj < 0 ? 0 : t.lemmaHash[subj], subj < 0 ? 0 : t.relHash[subj]);
    f.add(3006, t.child(cue, "nmod:poss") >= 0 ? 1 : 0, t.tagHash[cue]);
  }

  public static void extract(ParsedText t, int cue, int i, boolean inContent, FeatureBuffer f) {
    f.clear();
    int path = t.path(i, cue);
    int tagC = t.tag[cue].charAt(0);
    int d = FeatureBuffer.bucket(i - cue);
    int subj = t.subject(cue);
    f.add(3010, path);
    f.add(3011, path, t.tagHash[cue]);
    f.add(3012, path, t.lemmaHash[cue]);
    f.add(3040, path, t.kind[cue] >> 3);
    f.add(3041, path, t.kind[i] >> 3);
    f.add(3042, path, t.kind[i] >> 6, t.tagHash[cue]);
    f.add(3043, t.kind[i], t.relHash[i]);
    f.add(3044, t.kind[i] >> 3, t.kind[cue] >> 3);
    f.add(3045, t.kind[i] >> 3, t.tagHash[cue]);
    f.add(3013, t.relHash[i], t.tagHash[cue]);
    f.add(3014, t.tagHash[i]);
    f.add(3015, t.nameHash[i]);
    f.add(3016, t.nameHash[i], path);
    f.add(3017, t.tagHash[i], path);
    f.add(3018, d, tagC);
    f.add(3019, t.lemmaHash[i]);
    f.add(3020, inContent ? 1 : 0);
    f.add(3021, inContent ? 1 : 0, path);
    f.add(3022, i == subj ? 1 : 0, t.relHash[i]);
    f.add(3023, i == subj ? 1 : 0, t.tagHash[cue], t.relHash[cue]);
    int k = t.child(i, "case");
    int kl = k < 0 ? 0 : t.lemmaHash[k];
    f.add(3024, kl, path);
    f.add(3025, kl, t.lemmaHash[cue]);
    f.add(3026, t.mark[i] >= 0 ? 1 : 0, t.mark[cue] >= 0 ? 1 : 0, t.mark[i] == t.mark[cue] ? 1 : 0);
    f.add(3027, i > 0 ? t.lemmaHash[i - 1] : 0, d);
    f.add(3028, i + 1 < t.size ? t.lemmaHash[i + 1] : 0, d);
    f.add(3029, subj < 0 ? 0 : 1, path);
    f.add(3030, t.relHash[cue], path);
    int between = 0;
    int verbs = 0;
    for (int j = Math.min(i, cue) + 1; j < Math.max(i, cue); j++) {
      if (candidate(t, j)) {
        between++;
      }
      if (t.tag[j].charAt(0) == 'V') {
        verbs++;
      }
    }
    f.add(3031, Math.min(between, 4), i < cue ? 1 : 0, tagC);
    f.add(3032, Math.min(verbs, 3), i < cue ? 1 : 0, tagC);
    f.add(3033, Math.min(between, 4), i < cue ? 1 : 0, t.lemmaHash[cue]);
    f.add(3034, t.lemmaHash[i], t.relHash[i]);
    f.add(3035, t.lemmaHash[i], t.tagHash[cue]);
    int h = t.head[i];
    f.add(3036, t.relHash[i], h < 0 ? 0 : t.tagHash[h], h == cue ? 1 : 0);
  }
}
