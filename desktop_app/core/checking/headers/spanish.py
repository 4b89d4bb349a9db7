"""Spanish headers, with and without accents."""

from desktop_app.core.checking.headers.topics import table

SPANISH = table(
    customer="cliente, clienta, clientes, comprador, socio, miembro, id cliente, código cliente, "
    "codigo cliente, número de cliente, n cliente, num cliente",
    order="pedido, factura, compra, venta, recibo, transacción, número de pedido, n pedido, "
    "número de factura, id pedido",
    order_itself="pedido, factura, recibo",
    identifier="código cliente, codigo cliente, número de cliente, n cliente, num cliente, "
    "número de pedido, n pedido, número de factura, referencia, identificador, código de barras, "
    "dni, nif, número de tarjeta",
    identifier_at_end="número, numero, código, codigo",
    no_identifier="número de pedidos, número de compras, número de visitas, número de hijos, cantidad, "
    "código de país, código promocional",
    email="correo, correo electrónico, correo electronico",
    contact="teléfono, telefono, móvil, movil, celular, dirección, direccion, domicilio, calle, "
    "código postal, codigo postal, cp, empresa, razón social, usuario, sitio web, dni, nif, cif",
    person_name="nombre completo, nombre del cliente, nombre cliente, cliente, comprador, "
    "nombre y apellidos, destinatario",
    part_of_name="nombre, apellido, apellidos, primer apellido, segundo apellido",
    thing="producto, artículo, articulo, descuento, tienda, marca, dispositivo, categoría, categoria, "
    "campaña, impuesto, archivo, grupo, empresa",
    consent="boletín, consentimiento, acepta, acepta correos, suscrito, rgpd, lopd, baja",
    date="fecha, día, creado, creado el, registrado, alta, cumpleaños, fecha de nacimiento, "
    "cliente desde, fecha de pedido, fecha de compra",
    amount="importe total, total pedido, valor del pedido, importe, monto total, monto, facturación, "
    "ventas, total, neto, bruto, pagado, gastado, valor, suma",
    order_total="total pedido, total del pedido, importe del pedido, valor del pedido",
    no_amount="impuesto, iva, envío, descuento, reembolso, reembolsado, comisión, propina, saldo, "
    "coste, costo, puntos, cantidad, número, por, medio, promedio, estado, tipo, pedidos, visitas, "
    "último, última, primer, primera",
    price="precio unitario, precio por unidad, precio",
    quantity="cantidad, unidades, número de artículos",
    refund="importe reembolsado, reembolso, reembolsado, devolución",
    discount="descuento, descuentos, código de descuento, cupón, cupones, código promocional, "
    "rebaja",
    no_discount="después, antes, sin, precio, tipo",
    category="categoría de producto, categoría del producto, categoría, categoria, departamento, "
    "sección, categorías",
    status="estado del pedido, estado de pago, estado",
    cancelled="cancelado, cancelado el, anulado",
    money="ingreso, ingresos, salario, sueldo, renta, facturación, ventas, importe, monto, precio, "
    "valor, ticket medio, gasto, gastos, gastado, saldo, coste, costo, beneficio, presupuesto, pago",
    no_money="pedidos, visitas, cantidad, número, puntos, valoración, días, meses, años, porcentaje, "
    "tasa, rango, horas, compras, unidades",
    spent="gasto total, total gastado, importe total, total compras, facturación, ventas, gasto, gastos, "
    "gastado, valor del cliente, importe, monto",
    average="medio, media, promedio, por, último, última, primer, primera, máximo, mínimo",
    never_negative="edad, cantidad, número de, pedidos, visitas, hijos, compras, años, unidades, "
    "antigüedad",
    days="días, dias, días desde, recencia",
    measured="días, dias, meses, años, número de, puntos",
    remark="nota, notas, comentario, comentarios, observaciones",
    sums_up="último, última, ultimo, ultima, primer, primero, primera",
    coded="sexo, género, genero, canal, grupo, categoría, categoria, estado civil, país, pais, ciudad, "
    "tienda, provincia, tipo",
    gender="sexo, género, genero",
    age="edad, edad años, edad del cliente",
    birth="fecha de nacimiento, nacimiento, cumpleaños, año de nacimiento",
    phone="teléfono, telefono, móvil, movil, celular",
    post_code="código postal, codigo postal, cp",
    currency="moneda, divisa, código de moneda, código moneda",
    forward="vencimiento, vence, caduca, caducidad, válido, hasta, próximo, próxima, cita, renovación, "
    "fecha de entrega, fin, previsto",
    demographic="edad, sexo, género, genero, ingreso, ingresos, salario, sueldo, renta, hogar, hijos, "
    "estado civil, casado, casada, educación, estudios, profesión, ocupación, empleo, nacimiento, "
    "cumpleaños, nacionalidad, idioma",
    behavioural="facturación, gasto, gastos, gastado, pedido, pedidos, visitas, visita, compra, compras, "
    "cesta, devoluciones, descuento, puntos, fidelidad, canal, forma de pago, último, última, "
    "frecuencia, recencia, importe, valoración, antigüedad, cliente desde, alta",
    geographic="ciudad, población, poblacion, localidad, municipio, país, pais, provincia, región, "
    "comunidad, barrio, código postal, codigo postal, cp, zona, distancia",
    psychographic="estilo, favorito, favorita, interés, intereses, aficiones, preferencia, preferencias, "
    "preferido, gusto, gustos, estilo de vida, opinión, color",
)
