package org.maptck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.maptck.reports.Level;

/// Which implementation a class of [ArrayMapRules] asks, and which rules.
///
/// ```java
/// @Conformance(of = MyMap.class)
/// class MyMapTest implements ArrayMapRules {}
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Conformance {
    /// A public class with a public constructor without parameters: an
    /// [org.maptck.model.Implementation], or an [org.maptck.adapters.spi.Adapter] that opens one.
    Class<?> of();

    /// On whose authority the rules stand.
    Level level() default Level.DOCUMENTED;

    /// A tag expression, as in `@percpu and not @program`; empty for all.
    String tags() default "";

    /// Rules or scenarios by id, or by the beginning of it; none for all.
    String[] ids() default {};

    /// A resource beside the test class with the known differences, a line an id and a reason;
    /// empty for none. What it names must fail.
    String baseline() default "";
}
