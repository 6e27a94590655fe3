package org.example;

import org.maptck.junit.ArrayMapRules;
import org.maptck.junit.Conformance;
import org.maptck.reports.Level;

/// Every rule of array maps, asked of [MyMaps].
@Conformance(of = MyMaps.class, level = Level.MANUAL)
class MyMapsTest implements ArrayMapRules {}
